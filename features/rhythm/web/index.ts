export { ProgrammeComposer } from './programme-composer.tsx';
export { ProgrammePart } from './programme-part.tsx';
export { LeaderDialog, RhythmSections } from './shown-later.ts';
