import * as z from 'zod/mini';
import type { Told } from '#packages/http';
import { field } from '#packages/kernel';
import { placesAtBoard } from './records.ts';
import { overKinds, roles } from './roles.ts';

/** Somebody's role, and what it is over. `schoolId` is the school in which that lies; null for what is over more than one. */
const grant = z.object({
  role: z.enum(roles),
  over: z.enum(overKinds),
  overId: field.id,
  schoolId: field.nullable(field.id),
});
export type Grant = Told<z.output<typeof grant>>;

/** Somebody, or a board display, as the server knows them at this moment. */
export const actor = z.union([
  z.object({
    kind: z.literal('person'),
    personId: field.id,
    /** Places at the boards of teams. Beside the team they say who somebody is there; what they may do, only their role says. */
    memberships: z.array(
      z.object({ schoolId: field.id, teamId: field.id, memberId: field.id, place: z.enum(placesAtBoard) }),
    ),
    grants: z.array(grant),
  }),
  z.object({ kind: z.literal('display'), displayId: field.id, schoolId: field.id, teamId: field.id }),
]);
export type Actor = Told<z.output<typeof actor>>;

export type Person = Extract<Actor, { kind: 'person' }>;
