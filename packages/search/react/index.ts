export { openSearch, useSearchAsked } from './ask.ts';
export { SearchDialog } from './search-dialog.tsx';
