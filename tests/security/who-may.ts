/**
 * Who may do what, written down from the method (1.2; 5 B 2-8, 12) by hand: one person, one line. It knows nothing of the code
 * that decides, so that the two can be compared. Teams of De Linde: Bovenbouw and Onderbouw (teachers), Kernteam (lead team).
 * Dagelijks is the second board of Bovenbouw; Voorbereiding a preparation team whose theme is done.
 * De Esdoorn lies under the same governing body and in the same region; its lead team is Leidteam, and it leaves it to members
 * who is in their team. De Regenboog, with the team Middenbouw, lies under another body and in another region of the same
 * programme, with the same kinds of people.
 *
 * In a team:   read = see the board and follow it     inside = read how everybody arrives
 *              join = come in beside the team         take = take part: check in, celebrate, take an action, visit
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
  'POST /sign-in/code': 'anyone',
  'POST /sign-in': 'anyone',
  'POST /sign-out': 'anyone',
  'POST /sign-out/everywhere': 'somebody',
  'GET /me': 'anyone',
  'PUT /me': 'somebody',
  'GET /me/sessions': 'somebody',
  'DELETE /me/sessions/:session': 'somebody',

  'POST /invitations/read': 'anyone',
  'POST /invitations/accept': 'anyone',
  'GET /join/:code': 'anyone',
  'POST /join/code': 'anyone',
  'POST /join': 'somebody',

  'GET /snapshot': 'signed in',
  'POST /commands': 'signed in',
  'GET /follow': 'signed in',
  'GET /changes': 'signed in',
  'GET /streams/:stream/archive': 'signed in',
  'GET /streams/:stream/history': 'signed in',

  'GET /teams/:team': 'read',
  'POST /teams/:team/organisational-board': 'team',
  'POST /teams/:team/join-in': 'join',
  'POST /teams/:team/leave': 'leave',
  'GET /teams/:team/people': 'people',
  'GET /teams/:team/ways-in': 'people',
  'GET /teams/:team/invitations': 'manage',
  'POST /teams/:team/invitations': 'manage',
  'DELETE /teams/:team/invitations/:invitation': 'manage',
  'POST /teams/:team/join-code': 'manage',
  'DELETE /teams/:team/members/:member': 'manage',
  'POST /teams/:team/displays': 'people',
  'PUT /teams/:team/displays/:display': 'people',
  'DELETE /teams/:team/displays/:display': 'people',

  'GET /schools': 'somebody',
  'GET /schools/:school/teams': 'teams',
  'POST /schools/:school/teams': 'manage',
  'GET /schools/:school/people': 'manage',
  'GET /schools/:school/invitations': 'manage',
  'PUT /schools/:school/settings': 'manage',
  'POST /schools/:school/roles': 'manage',
  'DELETE /schools/:school/roles/:grant': 'manage',
  'POST /schools/:school/invitations': 'manage',
  'DELETE /schools/:school/invitations/:invitation': 'manage',

  'GET /openapi.json': 'anyone',

  'POST /display/pairing': 'anyone',
  'GET /display/pairing': 'anyone',
  'POST /display/session': 'anyone',

  'GET /demonstration/people': 'anyone',
  'POST /demonstration/enter': 'anyone',
  'GET /demonstration/mail': 'anyone',
};

/** What each capability that a feature adds to the table is called above. */
export const wordOf: Readonly<Record<string, string>> = {
  'team.read': 'read',
  'team.join': 'join',
  'team.people': 'people',
  'team.manage': 'manage',
  'team.screens': 'people',
  'team.describe': 'team',
  'team.note': 'note',
  'team.theme': 'theme',
  'team.leave': 'leave',
  'school.read': 'read',
  'school.inspire': 'inspire',
  'school.teams': 'teams',
  'school.manage': 'manage',
  'rhythm.plan': 'use',
  'rhythm.arrange': 'arrange',
  'rhythm.handOver': 'arrange',
  'goals.set': 'use',
  'actions.take': 'take',
  'visits.plan': 'take',
  'board.inside': 'inside',
  'board.takePart': 'take',
  'board.use': 'use',
  'board.arrange': 'arrange',
};

/** What a command asks for in streams of a kind, where the list below says nothing else. */
export const neededToWrite: Readonly<Record<string, string>> = {
  team: 'use',
  school: 'inspire',
  person: 'own',
};

/** Commands that ask for something else; 'nobody' is for the server itself. */
export const neededForCommand: Readonly<Record<string, string>> = {
  'team.describe': 'team',
  'member.describe': 'note',
  'team.prepare': 'theme',
  'board.arrange': 'arrange',
  'board.movePart': 'arrange',
  'board.hidePart': 'arrange',
  'board.renamePart': 'arrange',
  'board.settings': 'arrange',
  'fixedMoment.set': 'arrange',
  'fixedMoment.clear': 'arrange',
  'rota.coachLeads': 'arrange',
  'rota.handOver': 'arrange',
  'rota.coachAsItWas': 'arrange',
  'member.join': 'nobody',
  'team.secondBoard': 'nobody',
  'team.mirror': 'nobody',
  'session.closeForgotten': 'nobody',
  'member.leave': 'manage',
  ...Object.fromEntries(
    [
      'checkIn.mark checkIn.clear',
      'success.add success.edit success.cheer success.remove success.restore',
      'parked.add parked.edit parked.settle parked.unsettle parked.remove parked.restore',
      'action.add action.addMany action.edit action.tick action.untick action.postpone action.remove action.restore',
      'visitPair.plan visitPair.edit visitPair.tookPlace visitPair.notYet visitPair.remove visitPair.restore',
    ].flatMap((names) => names.split(' ').map((name) => [name, 'take'])),
  ),
};

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
