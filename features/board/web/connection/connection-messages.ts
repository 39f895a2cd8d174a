import type { TeamCommandName } from '#features/board/domain';
import type { Messages } from '#packages/i18n';

/** What a command is about, by the first half of its name. */
type Kind = TeamCommandName extends infer Name ? (Name extends `${infer K}.${string}` ? K : never) : never;

const kindsNl: Record<Kind, string> = {
  team: 'Het team',
  member: 'Iemand van het team',
  fixedMoment: 'Het vaste moment',
  period: 'Een periode',
  plannedSession: 'De planning',
  programmeItem: 'Het programma',
  rota: 'Wie leidt',
  goal: 'Een doel',
  action: 'Een actie',
  visitPair: 'Een lesbezoek',
  board: 'De inrichting van het bord',
  session: 'De bordsessie',
  checkIn: 'De check-in',
  success: 'Een succes',
  parked: 'Parkeren',
  inspiration: 'Inspiratie',
};

const kindsEn: Record<Kind, string> = {
  team: 'The team',
  member: 'Somebody of the team',
  fixedMoment: 'The fixed moment',
  period: 'A period',
  plannedSession: 'The planning',
  programmeItem: 'The programme',
  rota: 'Who leads',
  goal: 'A goal',
  action: 'An action',
  visitPair: 'A lesson visit',
  board: 'The arrangement of the board',
  session: 'The board session',
  checkIn: 'The check-in',
  success: 'A success',
  parked: 'The parking lot',
  inspiration: 'Inspiration',
};

const nl = {
  kinds: kindsNl as Readonly<Record<string, string>>,
  somethingElse: 'Een wijziging',
  offline: (count: number) =>
    count === 0
      ? 'Geen verbinding. Wat je doet wordt bewaard en straks verstuurd.'
      : `Geen verbinding. Wat je doet wordt bewaard en straks verstuurd (${count}).`,
  show: 'Bekijk',
  unsentTitle: 'Nog niet verstuurd',
  unsentText: 'Dit staat veilig op dit apparaat. Het gaat vanzelf weg zodra er weer verbinding is.',
  close: 'Sluiten',
  outdatedTitle: 'Er is een nieuwe versie',
  outdatedText: 'Laad het bord opnieuw. Wat je deed is bewaard.',
  reload: 'Opnieuw laden',
  declinedTitle: (what: string) => `Niet gelukt: ${what}`,
  copy: 'Kopieer',
  copied: 'Gekopieerd',
  tryAgain: 'Probeer opnieuw',
  gotIt: 'Laat maar',
  sentAfterAll: 'Alsnog gelukt',
};

const en = {
  kinds: kindsEn as Readonly<Record<string, string>>,
  somethingElse: 'A change',
  offline: (count: number) =>
    count === 0
      ? 'No connection. What you do is kept and sent later.'
      : `No connection. What you do is kept and sent later (${count}).`,
  show: 'Show',
  unsentTitle: 'Not sent yet',
  unsentText: 'This is safe on this device. It goes out by itself as soon as there is a connection.',
  close: 'Close',
  outdatedTitle: 'There is a new version',
  outdatedText: 'Load the board again. What you did is kept.',
  reload: 'Load again',
  declinedTitle: (what: string) => `Did not work: ${what}`,
  copy: 'Copy',
  copied: 'Copied',
  tryAgain: 'Try again',
  gotIt: 'Never mind',
  sentAfterAll: 'Worked after all',
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
