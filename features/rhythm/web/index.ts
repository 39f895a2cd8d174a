export { rhythmAt } from './addresses.ts';
export { ProgrammeComposer } from './programme-composer.tsx';
export { LeaderDialog } from './shown-later.ts';
