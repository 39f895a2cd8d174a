import { randomBytes } from 'node:crypto';
import type { Grant, Role } from '#features/people/domain';
import { foundGoverningBody, foundRegion } from '#features/people/server';
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
  const { database } = house;
  const [body, otherBody] = [
    await foundGoverningBody(database, 'Stichting Samen'),
    await foundGoverningBody(database, 'Stichting Elders'),
  ];
  const programme = 'Samen beter';
  const { programmeId, regionId } = await foundRegion(database, { programme, region: 'Noord' });
  const { regionId: otherRegionId } = await foundRegion(database, { programme, region: 'Zuid' });
  const linde = await house.school('De Linde', { body, region: regionId });
  const esdoorn = await house.school('De Esdoorn', { body, region: regionId });
  const regenboog = await house.school('De Regenboog', { body: otherBody, region: otherRegionId });
  const bovenbouw = await house.team(linde, 'Bovenbouw', 'teachers');
  const places = {
    'De Linde': linde,
    'De Esdoorn': esdoorn,
    'De Regenboog': regenboog,
    Bovenbouw: bovenbouw,
    Dagelijks: await house.secondBoard(linde, bovenbouw),
    Voorbereiding: await house.team(linde, 'Voorbereiding', 'preparation', {
      theme: 'Rekenen',
      // Over as soon as it has a member, below.
      endsOn: '2099-01-31',
    }),
    Onderbouw: await house.team(linde, 'Onderbouw', 'teachers'),
    Kernteam: await house.team(linde, 'Kernteam', 'lead'),
    Leidteam: await house.team(esdoorn, 'Leidteam', 'lead'),
    Middenbouw: await house.team(regenboog, 'Middenbouw', 'teachers'),
  };
  const { Bovenbouw, Voorbereiding, Onderbouw, Kernteam, Leidteam, Middenbouw } = places;
  await house.owner`update school set members_invite = true where id = ${esdoorn}`;
  const tokens: Record<string, string | null> = {};
  const people: Record<string, string> = {};
  const signIn = async (who: string, person: string) => {
    people[who] = person;
    tokens[who] = await house.signIn(person);
  };

  for (const [who, school, team] of [
    ['a teacher of Bovenbouw', linde, Bovenbouw],
    ['a teacher of Onderbouw', linde, Onderbouw],
    ['a member of Voorbereiding', linde, Voorbereiding],
    ['a member of Leidteam', esdoorn, Leidteam],
    ['a teacher of Middenbouw', regenboog, Middenbouw],
  ] as const) {
    const person = await house.person(who);
    await house.join(school, team, person);
    await signIn(who, person);
  }
  const over = { theme: 'Rekenen', endsOn: '2026-01-31' };
  await house.command(linde, Voorbereiding, { name: 'team.prepare', payload: over });

  const inSchool = (role: Role, schoolId: string): Grant => ({
    role,
    over: 'school',
    overId: schoolId,
    schoolId,
  });
  const coachOf = (teamId: string, schoolId: string): Grant => ({
    role: 'school-coach',
    over: 'team',
    overId: teamId,
    schoolId,
  });
  const beyond = (role: Role, over: Grant['over'], overId: string): Grant => ({
    role,
    over,
    overId,
    schoolId: null,
  });
  const grants: Readonly<Record<string, Grant>> = {
    'the school coach of Bovenbouw': coachOf(Bovenbouw, linde),
    'the school coach of Onderbouw': coachOf(Onderbouw, linde),
    'the school leader': inSchool('school-leader', linde),
    'a leader who joins Bovenbouw': inSchool('school-leader', linde),
    'a lead-team member': inSchool('lead-team-member', linde),
    'a care coordinator': inSchool('care-coordinator', linde),
    'an expert teacher': inSchool('expert-teacher', linde),
    'an expert coach': inSchool('expert-coach', linde),
    'an expert coach who joins Kernteam': inSchool('expert-coach', linde),
    'a change coach of their body': beyond('change-coach', 'body', body),
    'a member of their body': beyond('governing-body', 'body', body),
    'foundation staff of their region': beyond('foundation', 'region', regionId),
    'foundation staff': beyond('foundation', 'programme', programmeId),
    'a researcher': beyond('researcher', 'programme', programmeId),
    'the leader of De Esdoorn': inSchool('school-leader', esdoorn),
    'their school coach': coachOf(Middenbouw, regenboog),
    'their school leader': inSchool('school-leader', regenboog),
    'their expert coach': inSchool('expert-coach', regenboog),
    'their change coach': beyond('change-coach', 'body', otherBody),
    'a member of another body': beyond('governing-body', 'body', otherBody),
  };
  for (const [who, grant] of Object.entries(grants)) {
    const person = await house.person(who);
    await house.give(person, grant);
    const joins = { Bovenbouw, Kernteam }[/who joins (\w+)$/.exec(who)?.[1] ?? ''];
    if (joins !== undefined) await house.join(linde, joins, person, 'guest');
    await signIn(who, person);
  }
  const lost = await house.person('a guest who lost the role');
  await house.join(linde, Bovenbouw, lost, 'guest');
  await signIn('a guest who lost the role', lost);

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
    schoolOf: (team) => (team === 'Middenbouw' ? regenboog : team === 'Leidteam' ? esdoorn : linde),
  };
}

/** A stream as it is written in a request. */
export const streamText = ({ places, people }: Community, { kind, name }: StreamOf): string =>
  `${kind}:${kind === 'person' ? people[name] : places[name as Place]}`;
