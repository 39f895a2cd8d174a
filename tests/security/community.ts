import { randomBytes } from 'node:crypto';
import type { SchoolRole } from '#features/people/domain';
import type { House } from './house.ts';
import type { Place, StreamOf } from './who-may.ts';

/** The people of who-may.ts, signed in. */
export type Community = {
  /** Id of every team and school. */
  readonly places: Readonly<Record<Place, string>>;
  /** Who -> the token in their browser; null: nothing at all. */
  readonly tokens: Readonly<Record<string, string | null>>;
  /** Who -> id of the person; no screens, and nobody who is signed in no more. */
  readonly people: Readonly<Record<string, string>>;
  readonly schoolOf: (team: Place) => string;
};

export async function settle(house: House): Promise<Community> {
  const linde = await house.school('De Linde');
  const regenboog = await house.school('De Regenboog');
  const places = {
    'De Linde': linde,
    'De Regenboog': regenboog,
    Bovenbouw: await house.team(linde, 'Bovenbouw', 'teachers'),
    Onderbouw: await house.team(linde, 'Onderbouw', 'teachers'),
    Kernteam: await house.team(linde, 'Kernteam', 'lead'),
    Middenbouw: await house.team(regenboog, 'Middenbouw', 'teachers'),
  };
  const { Bovenbouw, Onderbouw, Middenbouw } = places;
  const tokens: Record<string, string | null> = {};
  const people: Record<string, string> = {};
  const signIn = async (who: string, person: string) => {
    people[who] = person;
    tokens[who] = await house.signIn(person);
  };

  for (const [who, school, team] of [
    ['a teacher of Bovenbouw', linde, Bovenbouw],
    ['a teacher of Onderbouw', linde, Onderbouw],
    ['a teacher of Middenbouw', regenboog, Middenbouw],
  ] as const) {
    const person = await house.person(who);
    await house.join(school, team, person);
    await signIn(who, person);
  }

  const roles: [who: string, school: string, role: SchoolRole, team: string | null][] = [
    ['the school coach of Bovenbouw', linde, 'school-coach', Bovenbouw],
    ['the school coach of Onderbouw', linde, 'school-coach', Onderbouw],
    ['the school leader', linde, 'school-leader', null],
    ['an expert coach', linde, 'expert-coach', null],
    ['a change coach', linde, 'change-coach', null],
    ['a governing body member', linde, 'governing-body', null],
    ['foundation staff', linde, 'foundation', null],
    ['a researcher', linde, 'researcher', null],
    ['their school coach', regenboog, 'school-coach', Middenbouw],
    ['their school leader', regenboog, 'school-leader', null],
    ['their expert coach', regenboog, 'expert-coach', null],
    ['their change coach', regenboog, 'change-coach', null],
    ['their governing body member', regenboog, 'governing-body', null],
    ['their foundation staff', regenboog, 'foundation', null],
    ['their researcher', regenboog, 'researcher', null],
  ];
  for (const [who, school, role, team] of roles) {
    const person = await house.person(who);
    await house.give(school, role, person, team);
    await signIn(who, person);
  }

  tokens['the screen of Bovenbouw'] = (await house.display(linde, Bovenbouw)).token;
  tokens['the screen of Onderbouw'] = (await house.display(linde, Onderbouw)).token;
  tokens['the screen of Middenbouw'] = (await house.display(regenboog, Middenbouw)).token;

  const gone = await house.person('somebody who left Bovenbouw');
  await house.leave(linde, Bovenbouw, await house.join(linde, Bovenbouw, gone));
  await signIn('somebody who left Bovenbouw', gone);
  await signIn('somebody without a place', await house.person('somebody without a place'));

  tokens.nobody = null;
  tokens['whoever invents a token'] = randomBytes(32).toString('base64url');
  const ended = await house.person('whoever holds an ended session');
  await house.join(linde, Bovenbouw, ended);
  tokens['whoever holds an ended session'] = await house.signIn(ended);
  await house.sessions.revoke(ended, 'all');
  const screen = await house.display(linde, Bovenbouw);
  await house.sessions.revokeDisplay(linde, screen.displayId);
  tokens['a screen that was un-paired'] = screen.token;

  return {
    places,
    tokens,
    people,
    schoolOf: (team) => (team === 'Middenbouw' ? regenboog : linde),
  };
}

/** A stream as it is written in a request. */
export const streamText = ({ places, people }: Community, { kind, name }: StreamOf): string =>
  `${kind}:${kind === 'person' ? people[name] : places[name as Place]}`;
