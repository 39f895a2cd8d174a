import type { Messages } from './language.ts';

/** The words on the buttons and in the questions of every dialog. A catalogue of a feature does not say them again (I1). */
const nl = {
  save: 'Bewaren',
  edit: 'Wijzigen',
  remove: 'Weghalen',
  cancel: 'Laat maar',
  close: 'Sluiten',
  leaveAsk: 'Wat je invulde is nog niet bewaard.',
  leave: 'Weg zonder bewaren',
  stay: 'Verder invullen',
};

const en = {
  save: 'Save',
  edit: 'Change',
  remove: 'Take off',
  cancel: 'Never mind',
  close: 'Close',
  leaveAsk: 'What you filled in is not saved yet.',
  leave: 'Leave without saving',
  stay: 'Go on filling in',
} satisfies Messages<typeof nl>;

export const commonMessages = { nl, en };
