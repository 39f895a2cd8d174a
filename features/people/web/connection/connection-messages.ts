import { commonMessages, type Messages } from '#packages/i18n';

const nl = {
  ...commonMessages.nl,
  somethingElse: 'Een wijziging',
  offline: (count: number) =>
    count === 0
      ? 'Geen verbinding. Wat je doet wordt bewaard en straks verstuurd.'
      : `Geen verbinding. Wat je doet wordt bewaard en straks verstuurd (${count}).`,
  show: 'Bekijk',
  unsentTitle: 'Nog niet verstuurd',
  unsentText: 'Dit staat veilig op dit apparaat. Het gaat vanzelf weg zodra er weer verbinding is.',
  outdatedTitle: 'Er is een nieuwe versie',
  outdatedText: 'Laad het bord opnieuw. Wat je deed is bewaard.',
  reload: 'Opnieuw laden',
  declinedTitle: (what: string) => `Niet gelukt: ${what}`,
  copy: 'Kopieer',
  copied: 'Gekopieerd',
  tryAgain: 'Probeer opnieuw',
  gotIt: commonMessages.nl.cancel,
  sentAfterAll: 'Alsnog gelukt',
};

const en = {
  ...commonMessages.en,
  somethingElse: 'A change',
  offline: (count: number) =>
    count === 0
      ? 'No connection. What you do is kept and sent later.'
      : `No connection. What you do is kept and sent later (${count}).`,
  show: 'Show',
  unsentTitle: 'Not sent yet',
  unsentText: 'This is safe on this device. It goes out by itself as soon as there is a connection.',
  outdatedTitle: 'There is a new version',
  outdatedText: 'Load the board again. What you did is kept.',
  reload: 'Load again',
  declinedTitle: (what: string) => `Did not work: ${what}`,
  copy: 'Copy',
  copied: 'Copied',
  tryAgain: 'Try again',
  gotIt: commonMessages.en.cancel,
  sentAfterAll: 'Worked after all',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
