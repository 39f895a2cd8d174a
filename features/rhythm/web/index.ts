export { LeaderDialog } from './leader-dialog.tsx';
export { ProgrammePart } from './programme-part.tsx';
