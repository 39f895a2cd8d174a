import type { WhoMay } from '#packages/feature/testing';
import type { Access } from '#packages/http';
import { merged } from '#packages/kernel';
import { testFaces } from '../faces.ts';

/**
 * Who may do what, written down from the method (1.2; 5 B 2-8, 12) by hand: one person, one line. It knows nothing of the code
 * that decides, so that the two can be compared. Teams of De Linde: Bovenbouw and Onderbouw (teachers), Kernteam (lead team).
 * Dagelijks is the second board of Bovenbouw; Voorbereiding a preparation team whose theme is done.
 * De Esdoorn lies under the same governing body and in the same region; its lead team is Leidteam, and it leaves it to members
 * who is in their team. De Regenboog, with the team Middenbouw, lies under another body and in another region of the same
 * programme, with the same kinds of people.
 *
 * In a team:   read = see the board and follow it     inside = read how everybody arrives
 *              join = come in beside the team         take = take part: check in, celebrate, take an action
 *              use = write all else on the board      arrange = arrange it, its rota and its rhythm
 *              note = who works when, who is away     team = its name, its second board
 *              theme = what it prepares, until when
 *              people = see who is in it, and screens manage = settle who is in it     leave = leave it oneself
 * In a school: read = see what all its teams share    inspire = write that down
 *              teams = which teams there are          manage = its teams, people and roles
 * What somebody has for themselves alone (their own stream) is theirs to read and to write; nobody else can know of it.
 */
export const whoMay = table(`
  who                                | Bovenbouw                                                 | Dagelijks                         | Voorbereiding            | Onderbouw                                                 | Kernteam                      | Leidteam                                                   | Middenbouw                                                | De Linde                  | De Esdoorn                | De Regenboog
  ---------------------------------- | --------------------------------------------------------- | --------------------------------- | ------------------------ | --------------------------------------------------------- | ----------------------------- | ---------------------------------------------------------- | --------------------------------------------------------- | ------------------------- | ------------------------- | -------------------------
  a teacher of Bovenbouw             | read inside take use arrange note team people leave       | read inside take use arrange      |                          |                                                           |                               |                                                            |                                                           | read teams                |                           |
  a teacher of Onderbouw             |                                                           |                                   |                          | read inside take use arrange note team people leave       |                               |                                                            |                                                           | read teams                |                           |
  the school coach of Bovenbouw      | read inside join take use arrange note team people manage | read inside join take use arrange | read                     | read                                                      | read                          |                                                            |                                                           | read inspire teams        |                           |
  the school coach of Onderbouw      | read                                                      | read                              | read                     | read inside join take use arrange note team people manage | read                          |                                                            |                                                           | read inspire teams        |                           |
  the school leader                  | read join people manage theme                             | read join                         | read people theme        | read join people manage theme                             | read join people manage theme |                                                            |                                                           | read inspire teams manage |                           |
  a leader who joins Bovenbouw       | read join people manage theme take leave                  | read join take                    | read people theme        | read join people manage theme                             | read join people manage theme |                                                            |                                                           | read inspire teams manage |                           |
  a lead-team member                 | read                                                      | read                              | read                     | read                                                      | read                          |                                                            |                                                           | read inspire teams        |                           |
  a care coordinator                 | read join                                                 | read join                         | read                     | read join                                                 | read join                     |                                                            |                                                           | read teams                |                           |
  an expert teacher                  |                                                           |                                   |                          |                                                           |                               |                                                            |                                                           | teams                     |                           |
  an expert coach                    |                                                           |                                   |                          |                                                           | read join                     |                                                            |                                                           | read teams                |                           |
  an expert coach who joins Kernteam |                                                           |                                   |                          |                                                           | read join take leave          |                                                            |                                                           | read teams                |                           |
  a change coach of their body       |                                                           |                                   |                          |                                                           | read join                     | read join                                                  |                                                           | read teams                | read teams                |
  a member of their body             |                                                           |                                   |                          |                                                           |                               |                                                            |                                                           |                           |                           |
  foundation staff of their region   |                                                           |                                   |                          |                                                           |                               |                                                            |                                                           |                           |                           |
  foundation staff                   |                                                           |                                   |                          |                                                           |                               |                                                            |                                                           |                           |                           |
  a researcher                       |                                                           |                                   |                          |                                                           |                               |                                                            |                                                           |                           |                           |
  the screen of Bovenbouw            | read inside take use note                                 | read inside take use              |                          |                                                           |                               |                                                            |                                                           | read                      |                           |
  the screen of Onderbouw            |                                                           |                                   |                          | read inside take use note                                 |                               |                                                            |                                                           | read                      |                           |
  a guest who lost the role          |                                                           |                                   |                          |                                                           |                               |                                                            |                                                           |                           |                           |
  a member of Voorbereiding          |                                                           |                                   | read inside people leave |                                                           |                               |                                                            |                                                           | read teams                |                           |
  a member of Leidteam               |                                                           |                                   |                          |                                                           |                               | read inside take use arrange note team people leave manage |                                                           |                           | read teams                |
  the leader of De Esdoorn           |                                                           |                                   |                          |                                                           |                               | read join people manage theme                              |                                                           |                           | read inspire teams manage |
  a teacher of Middenbouw            |                                                           |                                   |                          |                                                           |                               |                                                            | read inside take use arrange note team people leave       |                           |                           | read teams
  their school coach                 |                                                           |                                   |                          |                                                           |                               |                                                            | read inside join take use arrange note team people manage |                           |                           | read inspire teams
  their school leader                |                                                           |                                   |                          |                                                           |                               |                                                            | read join people manage theme                             |                           |                           | read inspire teams manage
  their expert coach                 |                                                           |                                   |                          |                                                           |                               |                                                            |                                                           |                           |                           | read teams
  their change coach                 |                                                           |                                   |                          |                                                           |                               |                                                            |                                                           |                           |                           | read teams
  a member of another body           |                                                           |                                   |                          |                                                           |                               |                                                            |                                                           |                           |                           |
  the screen of Middenbouw           |                                                           |                                   |                          |                                                           |                               |                                                            | read inside take use note                                 |                           |                           | read
  somebody who left Bovenbouw        |                                                           |                                   |                          |                                                           |                               |                                                            |                                                           |                           |                           |
  somebody without a place           |                                                           |                                   |                          |                                                           |                               |                                                            |                                                           |                           |                           |
`);

/** With these nobody comes in anywhere, just as without anything. */
export const strangers = [
  'nobody',
  'whoever holds an ended session',
  'a screen that was un-paired',
  'whoever invents a token',
] as const;

export const teams = [
  'Bovenbouw',
  'Dagelijks',
  'Voorbereiding',
  'Onderbouw',
  'Kernteam',
  'Leidteam',
  'Middenbouw',
] as const;
export const schools = ['De Linde', 'De Esdoorn', 'De Regenboog'] as const;
export type Place = (typeof teams)[number] | (typeof schools)[number];

/**
 * What one has to be allowed for each endpoint: 'anyone', 'signed in' (a wall screen too), 'somebody' (a person who is
 * signed in), or a word of the table. Of an endpoint about streams, what is answered is asked stream by stream.
 */
export const needed: Readonly<Record<string, string>> = {
  'GET /snapshot': 'signed in',
  'POST /commands': 'signed in',
  'GET /follow': 'signed in',
  'GET /changes': 'signed in',
  'GET /streams/:stream/archive': 'signed in',
  'GET /streams/:stream/history': 'signed in',
  'GET /openapi.json': 'anyone',
  ...ofFeatures(({ endpoints = {} }) => endpoints),
};

/** What each capability is called above. */
export const wordOf = ofFeatures(({ capabilities }) => capabilities);

/** What a command with this capability asks for. */
export const wordOfCapability = (capability: string): string =>
  ({ ...wordOf, internal: 'nobody', own: 'own' })[capability] ?? `${capability}, which has no word`;

/** What kinds of access ask for that know no capability. */
const wordOfKind: Readonly<Record<string, string>> = {
  streams: 'signed in',
  ...ofFeatures(({ access = {} }) => access),
};

/** What an endpoint with this access asks for. */
export const wordOfAccess = (access: Access & { readonly capability?: string }): string =>
  access.capability === undefined
    ? (wordOfKind[access.of] ?? `${access.of}, which has no word`)
    : wordOfCapability(access.capability);

/** What each command asks for; 'nobody' is for the server itself. */
export const neededForCommand = ofFeatures(({ commands }) => commands);

/** As each feature says it, by hand, in its `testing/index.ts`. */
function ofFeatures(
  said: (whoMay: WhoMay) => Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return merged(
    'features',
    testFaces.map(({ whoMay }) => said(whoMay)),
  );
}

/** A stream, by its kind and by the name of what it is named after: a team, a school, one of the people. */
export type StreamOf = { readonly kind: 'team' | 'school' | 'person'; readonly name: string };

export const streamsOfPlaces: readonly StreamOf[] = [
  ...teams.map((name) => ({ kind: 'team' as const, name })),
  ...schools.map((name) => ({ kind: 'school' as const, name })),
];

/** The words that somebody has in a stream. */
export function mayIn(who: string, { kind, name }: StreamOf): readonly string[] {
  if (kind === 'person') return who === name ? ['read', 'own'] : [];
  return whoMay[who]?.[name as Place] ?? [];
}

function table(text: string): Readonly<Record<string, Readonly<Partial<Record<Place, readonly string[]>>>>> {
  const [heads = [], , ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return Object.fromEntries(
    rows.map(([who = '', ...cells]) => [
      who,
      Object.fromEntries(
        heads.slice(1).map((place, index) => [place, (cells[index] ?? '').split(' ').filter(Boolean)]),
      ) as Readonly<Partial<Record<Place, readonly string[]>>>,
    ]),
  );
}
