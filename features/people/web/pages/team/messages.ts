import { commonMessages, type Messages, plural } from '#packages/i18n';

const nl = {
  ...commonMessages.nl,
  title: (team: string) => `Mensen van ${team}`,
  toBoard: 'Terug naar het bord',

  members: 'In het team',
  count: (n: number) => `${n} ${plural(n, 'collega', 'collega’s')}`,
  rotaNote:
    'De beurt om de bordsessie te leiden gaat rond. Wie die dag niet werkt of weg is, wordt overgeslagen en houdt de plek vooraan.',
  you: 'jij',
  everyDay: 'elke dag',
  noDay: 'geen vaste dagen',
  awayUntil: (day: string) => `weg t/m ${day}`,
  change: (name: string) => `${name} wijzigen`,
  noMembers: 'Er zit nog niemand in dit team',
  noMembersText: 'Nodig hieronder de eerste collega’s uit, of geef ze de teamcode.',

  memberTitle: (name: string) => `${name} in het team`,
  name: 'Naam op het bord',
  nameMissing: 'Vul een naam in.',
  initials: 'Letters op het rondje',
  initialsHint: 'Eén tot drie letters, anders dan die van je collega’s.',
  initialsWrong: 'Kies één tot drie letters.',
  initialsTaken: (name: string) => `${name} heeft deze letters al.`,
  workDays: 'Werkdagen',
  days: { 1: 'ma', 2: 'di', 3: 'wo', 4: 'do', 5: 'vr' },
  away: 'Weg tot en met',
  awayHint: 'Laat leeg als je collega er gewoon is.',
  backAgain: 'Weer terug',
  saved: (name: string) => `${name} bijgewerkt`,
  takeOut: 'Haal uit het team',
  takeOutTitle: (name: string) => `${name} uit het team halen?`,
  takeOutText: (name: string) =>
    `${name} ziet dit bord dan niet meer, op geen enkel apparaat. Alles wat ${name} deed blijft staan, met naam. Open acties blijven ook staan: spreek af wie ze overneemt.`,
  takeOutBack: 'Terugkomen kan later met een nieuwe uitnodiging; dan is de oude plek er weer.',
  takenOut: (name: string) => `${name} zit niet meer in het team`,

  settledBy: 'Wie er in het team zit, regelen jullie schoolcoach en de schoolleider.',
  guests: 'Doet mee',
  asCoach: 'begeleidt het team',
  asGuest: 'te gast bij de bordsessie',
  guestsNote: 'Wie meedoet checkt in en neemt acties op zich, maar heeft geen beurt om te leiden.',

  stopTitle: 'Niet meer meedoen',
  stopText: 'Je doet mee zonder lid van dit team te zijn.',
  stop: 'Doe niet meer mee',
  stopQuestion: (team: string) => `Niet meer meedoen met ${team}?`,
  stopWhat: 'Wat je deed blijft staan, met je naam. Je kunt later altijd weer meedoen.',
  stopped: (team: string) => `Je doet niet meer mee met ${team}`,
  leaveTitle: 'Uit het team gaan',
  leaveText: 'Wissel je van team, of stop je op deze school?',
  leave: 'Verlaat dit team',
  leaveQuestion: (team: string) => `${team} verlaten?`,
  leaveWhat:
    'Je ziet dit bord dan niet meer, op geen enkel apparaat. Wat je deed blijft staan, met je naam. Open acties van jou blijven ook staan: geef ze eerst aan iemand anders.',
  left: (team: string) => `Je hebt ${team} verlaten`,
};

const en = {
  ...commonMessages.en,
  title: (team: string) => `People of ${team}`,
  toBoard: 'Back to the board',

  members: 'In the team',
  count: (n: number) => `${n} ${plural(n, 'colleague', 'colleagues')}`,
  rotaNote:
    'The turn to lead the board session goes round. Whoever does not work that day or is away is passed over and keeps the place in front.',
  you: 'you',
  everyDay: 'every day',
  noDay: 'no fixed days',
  awayUntil: (day: string) => `away until ${day}`,
  change: (name: string) => `Change ${name}`,
  noMembers: 'Nobody is in this team yet',
  noMembersText: 'Invite the first colleagues below, or give them the team code.',

  memberTitle: (name: string) => `${name} in the team`,
  name: 'Name on the board',
  nameMissing: 'Enter a name.',
  initials: 'Letters on the circle',
  initialsHint: 'One to three letters, unlike those of your colleagues.',
  initialsWrong: 'Choose one to three letters.',
  initialsTaken: (name: string) => `${name} has these letters already.`,
  workDays: 'Working days',
  days: { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri' },
  away: 'Away up to and including',
  awayHint: 'Leave it empty when your colleague is simply there.',
  backAgain: 'Back again',
  saved: (name: string) => `${name} changed`,
  takeOut: 'Take out of the team',
  takeOutTitle: (name: string) => `Take ${name} out of the team?`,
  takeOutText: (name: string) =>
    `${name} will no longer see this board, on any device. All that ${name} did stays, with the name. Open actions stay as well: agree who takes them over.`,
  takeOutBack: 'Coming back is possible later with a new invitation; the old place is there again then.',
  takenOut: (name: string) => `${name} is no longer in the team`,

  settledBy: 'Who is in the team is settled by your school coach and the school leader.',
  guests: 'Joins in',
  asCoach: 'guides the team',
  asGuest: 'a guest at the board session',
  guestsNote: 'Whoever joins in checks in and takes actions, but has no turn to lead.',

  stopTitle: 'No longer joining in',
  stopText: 'You join in without being a member of this team.',
  stop: 'Stop joining in',
  stopQuestion: (team: string) => `No longer join in with ${team}?`,
  stopWhat: 'What you did stays, with your name. You can always join in again later.',
  stopped: (team: string) => `You no longer join in with ${team}`,
  leaveTitle: 'Leaving the team',
  leaveText: 'Are you changing teams, or leaving this school?',
  leave: 'Leave this team',
  leaveQuestion: (team: string) => `Leave ${team}?`,
  leaveWhat:
    'You will no longer see this board, on any device. What you did stays, with your name. Your open actions stay as well: give them to somebody else first.',
  left: (team: string) => `You have left ${team}`,
} satisfies Messages<typeof nl>;

export const messages = { nl, en };
