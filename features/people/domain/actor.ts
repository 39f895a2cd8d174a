import * as z from 'zod/mini';
import type { Told } from '#packages/http';
import { field } from '#packages/kernel';

export const schoolRoles = [
  'school-leader',
  'school-coach',
  'expert-coach',
  'change-coach',
  'governing-body',
  'foundation',
  'researcher',
] as const;
export type SchoolRole = (typeof schoolRoles)[number];

/** Roles that a school hands out itself; foundation and researchers come in another way. */
export const rolesToGive = [
  'school-leader',
  'school-coach',
  'expert-coach',
  'change-coach',
  'governing-body',
] as const satisfies readonly SchoolRole[];
export type RoleToGive = (typeof rolesToGive)[number];

/** Somebody, or a board display, as the server knows them at this moment. */
export const actor = z.union([
  z.object({
    kind: z.literal('person'),
    personId: field.id,
    /** Places in teams. */
    memberships: z.array(z.object({ schoolId: field.id, teamId: field.id, memberId: field.id })),
    /** Roles in schools; a school coach's role names the team that is coached, every other has null. */
    roles: z.array(
      z.object({ schoolId: field.id, role: z.enum(schoolRoles), teamId: field.nullable(field.id) }),
    ),
  }),
  z.object({ kind: z.literal('display'), displayId: field.id, schoolId: field.id, teamId: field.id }),
]);
export type Actor = Told<z.output<typeof actor>>;
export type Person = Extract<Actor, { kind: 'person' }>;
