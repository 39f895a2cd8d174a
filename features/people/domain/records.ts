import * as z from 'zod/mini';
import { field } from '#packages/kernel';
import type { RecordsOf, StateOf } from '#packages/sync';

/** Kinds of team, each with its own board. `organisational` keeps day-to-day matters off the improvement board. */
export const teamKinds = ['teachers', 'lead', 'management', 'preparation', 'organisational'] as const;
export type TeamKind = (typeof teamKinds)[number];

/** The colours that the design system draws in light and dark (packages/ui). */
export const accents = ['teal', 'blue', 'violet', 'plum', 'ochre', 'moss'] as const;

export const peopleRecords = {
  /** The team itself; its id is the id of the stream. */
  team: z.object({
    id: field.id,
    name: field.line(60),
    kind: z.enum(teamKinds),
    accent: z.enum(accents),
  }),
  /** A person's place in a team. Somebody who left stays by name beside what they did. */
  member: z.object({
    id: field.id,
    personId: field.id,
    name: field.line(80),
    /** One to three letters on a chip. */
    initials: field.line(3),
    /** Days at school, 1 = Monday … 5 = Friday. */
    workDays: z.array(field.wholeNumber(1, 7)),
    /** Last day of an absence; null when here. */
    awayUntil: field.nullable(field.day),
    joinedOn: field.day,
    leftOn: field.nullable(field.day),
  }),
} as const;

export type PeopleRecords = RecordsOf<typeof peopleRecords>;
export type PeopleState = StateOf<PeopleRecords>;
export type Team = PeopleRecords['team'];
export type Member = PeopleRecords['member'];

/** Members who are in the team now, in the order in which they joined. */
export function currentMembers(state: PeopleState): Member[] {
  return state.member
    .all()
    .filter((member) => member.leftOn === null)
    .sort((a, b) => a.joinedOn.localeCompare(b.joinedOn) || a.id.localeCompare(b.id));
}

export const isMember = (state: PeopleState, memberId: string): boolean =>
  state.member.get(memberId)?.leftOn === null;
