import * as z from 'zod/mini';
import type { Told } from '#packages/http';
import { type Day, field } from '#packages/kernel';
import type { Grant } from './actor.ts';
import { isOver, type Team, type TeamKind } from './records.ts';
import type { OverKind } from './roles.ts';

/** What a capability can be about. A thing knows its ancestors, so that nobody has to be asked for each of sixty schools. */
export const schoolThing = z.object({
  of: z.literal('school'),
  schoolId: field.id,
  /** What the school lies under; null where it belongs to none. */
  bodyId: field.nullable(field.id),
  regionId: field.nullable(field.id),
  programmeId: field.nullable(field.id),
  /** P3: the school lets members settle who is in their team. */
  membersInvite: z.boolean(),
});
export type SchoolThing = Told<z.output<typeof schoolThing>>;
export type TeamThing = Omit<SchoolThing, 'of'> & {
  readonly of: 'team';
  /** The team itself, also where this is its second board (P19). */
  readonly ofTeamId: string;
  readonly teamId: string;
  readonly kind: TeamKind;
  /** P20: its theme is done. */
  readonly isOver: boolean;
};
export type BodyThing = { readonly of: 'body'; readonly bodyId: string };
export type RegionThing = { readonly of: 'region'; readonly regionId: string; readonly programmeId: string };
export type ProgrammeThing = { readonly of: 'programme'; readonly programmeId: string };

export type Thing = TeamThing | SchoolThing | BodyThing | RegionThing | ProgrammeThing;

const idField = {
  team: 'ofTeamId',
  school: 'schoolId',
  body: 'bodyId',
  region: 'regionId',
  programme: 'programmeId',
} as const satisfies Record<OverKind, string>;

/** The id of the thing itself, or of its ancestor of that kind; null when it has none. */
export function ancestor(thing: Thing, kind: OverKind): string | null {
  const ids: Readonly<Partial<Record<(typeof idField)[OverKind], string | null>>> = thing;
  return ids[idField[kind]] ?? null;
}

/** A team at one of its boards, as a thing of its school. */
export const teamIn = (
  school: SchoolThing,
  team: Pick<Team, 'id' | 'kind' | 'improvementBoardId' | 'endsOn'>,
  today: Day,
): TeamThing => ({
  ...school,
  of: 'team',
  ofTeamId: team.improvementBoardId ?? team.id,
  teamId: team.id,
  kind: team.kind,
  isOver: isOver(team, today),
});

/** Whether a role counts in the school that this lies in: it is over the school, over a team of it, or over what it lies under. */
export const countsIn = ({ over, overId, schoolId }: Grant, thing: SchoolThing | TeamThing): boolean =>
  schoolId === null ? ancestor(thing, over) === overId : schoolId === thing.schoolId;
