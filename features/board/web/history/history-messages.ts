import type { Messages } from '#packages/i18n';

const nl = {
  title: 'Wie deed wat',
  intro:
    'Alleen jullie team ziet dit. Het gaat terug tot en met het vorige schooljaar. Wie hoe incheckte, staat er niet bij.',
  left: 'is uit het team gegaan',
  somebody: 'Iemand van buiten het team',
  display: 'Het bordscherm',
  clock: 'De klok',
  nothing: 'Nog niets',
  nothingText: 'Zodra iemand iets op het bord zet, staat het hier.',
  earlier: 'Eerder',
  asking: 'Even zoeken…',
  unreachable: 'Dit lukt alleen met verbinding.',
  again: 'Probeer opnieuw',
};

const en = {
  title: 'Who did what',
  intro:
    'Only your team sees this. It goes back to the beginning of last school year. Who checked in how is not in it.',
  left: 'left the team',
  somebody: 'Somebody from outside the team',
  display: 'The board display',
  clock: 'The clock',
  nothing: 'Nothing yet',
  nothingText: 'As soon as somebody puts something on the board, it stands here.',
  earlier: 'Earlier',
  asking: 'Looking it up…',
  unreachable: 'This needs a connection.',
  again: 'Try again',
} satisfies Messages<typeof nl>;

export const historyMessages = { nl, en };
