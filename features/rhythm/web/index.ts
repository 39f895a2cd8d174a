export { LeaderDialog } from './leader-dialog.tsx';
export { RhythmSections } from './planning/rhythm-sections.tsx';
export { ProgrammePart } from './programme-part.tsx';
