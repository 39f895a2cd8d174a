import type { Actor } from './actor.ts';
import type { OverKind, Role } from './roles.ts';
import { ancestor, type Thing } from './things.ts';

/**
 * Who may do what, as a table to which every feature adds its own rows (`domain/access.ts`): a capability, what it is about,
 * and who has it where. What is in no row is not allowed.
 */
export type Holder = 'member' | 'guest' | 'display' | Role;

/** P17: whoever has this may join a team's sessions without being of it, and is a guest as long as they have it. */
const JOIN = 'team.join';

/** How somebody's place or role lies towards the thing. */
export type Reach =
  /** The very team, school … of the place or role. */
  | 'own'
  /** The own team, where the school leaves it to its members who is in it. */
  | 'own where open'
  /** Everything that lies under it, itself included. */
  | 'within'
  /** Of that only the lead teams. */
  | 'lead teams within'
  /** Every team of the school in which the own team is. */
  | 'beside'
  /** The school in which the own team is. */
  | 'above';

export type Row = { readonly who: Holder; readonly reach: Reach };
export type Capability = {
  readonly of: OverKind;
  readonly may: readonly Row[];
  /** P20: stays when the team is over. */
  readonly outlives?: true;
  /** P19: is settled for the team, not for its second board. */
  readonly once?: true;
};
export type Capabilities = Readonly<Record<string, Capability>>;

/** For writing a row as a sentence: `may: [...own('member', 'display'), ...within('school-leader')]`. */
const reaching =
  (reach: Reach) =>
  (...who: readonly Holder[]): readonly Row[] =>
    who.map((each) => ({ who: each, reach }));

export const own = reaching('own');
export const ownWhereOpen = reaching('own where open');
export const within = reaching('within');
export const leadTeamsWithin = reaching('lead teams within');
export const beside = reaching('beside');
export const above = reaching('above');

export type Rights = {
  /** The only question that is ever asked about it, by the server and by the screen. A capability that nobody has heard of is nobody's. */
  readonly can: (actor: Actor | null, capability: string, thing: Thing) => boolean;
  /** The whole table, of all features. */
  readonly capabilities: ReadonlyMap<string, Capability>;
};

/** Puts the rows of all features together. Throws where two of them name the same capability. */
export function rightsOf(contributions: readonly Capabilities[]): Rights {
  const capabilities = new Map<string, Capability>();
  for (const [name, capability] of contributions.flatMap(Object.entries<Capability>)) {
    if (capabilities.has(name)) throw new Error(`two features name the capability ${name}`);
    capabilities.set(name, capability);
  }
  const can: Rights['can'] = (actor, name, thing) => {
    const capability = capabilities.get(name);
    if (!actor || capability?.of !== thing.of) return false;
    if (thing.of === 'team' && thing.isOver && !capability.outlives) return false;
    if (thing.of === 'team' && thing.teamId !== thing.ofTeamId && capability.once) return false;
    return capability.may.some(
      ({ who, reach }) =>
        placesOf(actor, who).some((place) => reaches(place, reach, thing)) &&
        // A guest's place outlives the role that brought them; it is worth nothing without.
        (who !== 'guest' || can(actor, JOIN, thing)),
    );
  };
  return { can, capabilities };
}

/** Where somebody is, or what a role of theirs is over. */
type Place = { readonly over: OverKind; readonly overId: string; readonly schoolId: string | null };

function placesOf(actor: Actor, who: Holder): readonly Place[] {
  const inTeam = (place: { readonly teamId: string; readonly schoolId: string }): Place => ({
    over: 'team',
    overId: place.teamId,
    schoolId: place.schoolId,
  });
  if (actor.kind === 'display') return who === 'display' ? [inTeam(actor)] : [];
  if (who === 'member' || who === 'guest')
    return actor.memberships.filter(({ place }) => (place === 'member') === (who === 'member')).map(inTeam);
  return actor.grants.filter(({ role }) => role === who);
}

function reaches(place: Place, reach: Reach, thing: Thing): boolean {
  const isInSchool = place.schoolId !== null && ancestor(thing, 'school') === place.schoolId;
  const isUnder = ancestor(thing, place.over) === place.overId && (place.schoolId === null || isInSchool);
  switch (reach) {
    case 'own':
      return isUnder && thing.of === place.over;
    case 'own where open':
      return isUnder && thing.of === 'team' && thing.membersInvite;
    case 'within':
      return isUnder;
    case 'lead teams within':
      return isUnder && thing.of === 'team' && thing.kind === 'lead';
    case 'beside':
      return isInSchool && thing.of === 'team';
    case 'above':
      return isInSchool && thing.of === 'school';
  }
}
