import * as z from 'zod/mini';
import { type Day, field } from '#packages/kernel';
import type { RecordsOf, StateOf } from '#packages/sync';

/** Kinds of team, each with an improvement board of its own. A preparation team belongs to a theme and ends with it. */
export const teamKinds = ['teachers', 'lead', 'management', 'preparation'] as const;
export type TeamKind = (typeof teamKinds)[number];

/** The colours that the design system draws in light and dark (packages/ui). */
export const accents = ['teal', 'blue', 'violet', 'plum', 'ochre', 'moss'] as const;

/** P17: of the team; beside it as its coach; or as a guest, whose role brings them there (the school leader, an expert coach). */
export const placesAtBoard = ['member', 'coach', 'guest'] as const;
export type PlaceAtBoard = (typeof placesAtBoard)[number];

export const peopleRecords = {
  /**
   * The team at one of its boards; its id is the id of the stream. That of the improvement board is the team itself; a second,
   * organisational board keeps day-to-day matters off it, with the same people.
   */
  team: z.object({
    id: field.id,
    name: field.line(60),
    kind: z.enum(teamKinds),
    accent: z.enum(accents),
    /** P20: what a preparation team prepares, and the last day of it; null for any other kind. */
    theme: field.nullable(field.line(80)),
    endsOn: field.nullable(field.day),
    /** P19: on the improvement board, the team's second board, if it has one; on that one, the way back. */
    organisationalBoardId: field.nullable(field.id),
    improvementBoardId: field.nullable(field.id),
  }),
  /**
   * A person's place at a team's board. Somebody who left stays by name beside what they did.
   */
  member: z.object({
    id: field.id,
    personId: field.id,
    place: z.enum(placesAtBoard),
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

/** A team that begins: whatever is not said of it, it has not. */
export const newTeam = (said: Pick<Team, 'id' | 'name' | 'kind' | 'accent'> & Partial<Team>): Team => ({
  theme: null,
  endsOn: null,
  organisationalBoardId: null,
  improvementBoardId: null,
  ...said,
});

/** P20: a preparation team whose theme is done. Its board can be read; nothing is written on it any more. */
export const isOver = ({ endsOn }: Pick<Team, 'endsOn'>, today: Day): boolean =>
  endsOn !== null && endsOn < today;

type Members = Pick<PeopleState, 'member'>;

const inOrder = (members: readonly Member[]): Member[] =>
  members.toSorted((a, b) => a.joinedOn.localeCompare(b.joinedOn) || a.id.localeCompare(b.id));

/** Members who are in the team now, in the order in which they joined. Coach and guests are not among them, unless they are of the team. */
export const currentMembers = (state: Members): Member[] =>
  inOrder(state.member.all().filter((member) => member.leftOn === null && member.place === 'member'));

/** P17: who joins in now without being of the team, in the order in which they came. */
export const currentGuests = (state: Members): Member[] =>
  inOrder(state.member.all().filter((member) => member.leftOn === null && member.place !== 'member'));

/** Everybody who can be named at the board: the team, then its guests. */
export const currentPeople = (state: Members): Member[] => [
  ...currentMembers(state),
  ...currentGuests(state),
];

export const isMember = (state: Members, memberId: string): boolean => {
  const member = state.member.get(memberId);
  return member !== undefined && member.leftOn === null && member.place === 'member';
};

/** Whether somebody is at the board now, of the team or beside it. */
export const takesPart = (state: Members, memberId: string): boolean =>
  state.member.get(memberId)?.leftOn === null;
