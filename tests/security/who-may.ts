/**
 * Who may do what, written down from the method (1.2) by hand: one person, one line. It knows nothing of the code that
 * decides, so that the two can be compared. Teams of De Linde: Bovenbouw and Onderbouw (teachers), Kernteam (lead team).
 * De Regenboog is another school on the same server, with the same kinds of people; its team is Middenbouw.
 *
 * In a team:   read = see the board and follow it   use = write on it   arrange = arrange it   manage = its people
 * In a school: read = see what all its teams share and follow it   inspire = write that down
 *              teams = which teams there are                       manage = its teams, people and roles
 * What somebody has for themselves alone (their own stream) is theirs to read and to write; nobody else can know of it.
 */
export const whoMay = table(`
  who                           | Bovenbouw               | Onderbouw               | Kernteam    | Middenbouw              | De Linde                  | De Regenboog
  ----------------------------- | ----------------------- | ----------------------- | ----------- | ----------------------- | ------------------------- | -------------------------
  a teacher of Bovenbouw        | read use arrange manage |                         |             |                         | read teams                |
  a teacher of Onderbouw        |                         | read use arrange manage |             |                         | read teams                |
  the school coach of Bovenbouw | read use arrange manage |                         |             |                         | read inspire teams        |
  the school coach of Onderbouw |                         | read use arrange manage |             |                         | read inspire teams        |
  the school leader             | read manage             | read manage             | read manage |                         | read inspire teams manage |
  an expert coach               |                         |                         | read        |                         | read teams                |
  a change coach                |                         |                         | read        |                         | read teams                |
  a governing body member       |                         |                         |             |                         |                           |
  foundation staff              |                         |                         |             |                         |                           |
  a researcher                  |                         |                         |             |                         |                           |
  the screen of Bovenbouw       | read use                |                         |             |                         | read                      |
  the screen of Onderbouw       |                         | read use                |             |                         | read                      |
  a teacher of Middenbouw       |                         |                         |             | read use arrange manage |                           | read teams
  their school coach            |                         |                         |             | read use arrange manage |                           | read inspire teams
  their school leader           |                         |                         |             | read manage             |                           | read inspire teams manage
  their expert coach            |                         |                         |             |                         |                           | read teams
  their change coach            |                         |                         |             |                         |                           | read teams
  their governing body member   |                         |                         |             |                         |                           |
  their foundation staff        |                         |                         |             |                         |                           |
  their researcher              |                         |                         |             |                         |                           |
  the screen of Middenbouw      |                         |                         |             | read use                |                           | read
  somebody who left Bovenbouw   |                         |                         |             |                         |                           |
  somebody without a place      |                         |                         |             |                         |                           |
`);

/** With these nobody comes in anywhere, just as without anything. */
export const strangers = [
  'nobody',
  'whoever holds an ended session',
  'a screen that was un-paired',
  'whoever invents a token',
] as const;

export const teams = ['Bovenbouw', 'Onderbouw', 'Kernteam', 'Middenbouw'] as const;
export const schools = ['De Linde', 'De Regenboog'] as const;
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

  'POST /teams/:team/leave': 'use',
  'GET /teams/:team/people': 'manage',
  'GET /teams/:team/ways-in': 'manage',
  'GET /teams/:team/invitations': 'manage',
  'POST /teams/:team/invitations': 'manage',
  'DELETE /teams/:team/invitations/:invitation': 'manage',
  'POST /teams/:team/join-code': 'manage',
  'DELETE /teams/:team/members/:member': 'manage',
  'POST /teams/:team/displays': 'manage',
  'PUT /teams/:team/displays/:display': 'manage',
  'DELETE /teams/:team/displays/:display': 'manage',

  'GET /schools/:school/teams': 'teams',
  'POST /schools/:school/teams': 'manage',
  'GET /schools/:school/people': 'manage',
  'GET /schools/:school/invitations': 'manage',
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

/** What a command asks for in streams of a kind, where the list below says nothing else. */
export const neededToWrite: Readonly<Record<string, string>> = {
  team: 'use',
  school: 'inspire',
  person: 'own',
};

/** Commands that ask for something else; 'nobody' is for the server itself. */
export const neededForCommand: Readonly<Record<string, string>> = {
  'team.describe': 'arrange',
  'board.arrange': 'arrange',
  'board.movePart': 'arrange',
  'board.hidePart': 'arrange',
  'board.renamePart': 'arrange',
  'board.settings': 'arrange',
  'fixedMoment.set': 'arrange',
  'fixedMoment.clear': 'arrange',
  'member.join': 'nobody',
  'session.closeForgotten': 'nobody',
  'member.leave': 'manage',
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
