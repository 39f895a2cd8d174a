// Apart, as a form comes with the dialog that it is in, and not with the first page.
export { FormDialog } from './form-dialog.tsx';
