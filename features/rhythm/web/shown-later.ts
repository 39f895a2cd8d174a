import { later } from '#packages/ui';

/** What opens at a tap: not part of the first view of the board. */
export const LeaderDialog = later(async () => (await import('./leader-dialog.tsx')).LeaderDialog);
export const ProgrammeItemDialog = later(
  async () => (await import('./programme-item-dialog.tsx')).ProgrammeItemDialog,
);
export const SessionDialog = later(async () => (await import('./session-dialog.tsx')).SessionDialog);
