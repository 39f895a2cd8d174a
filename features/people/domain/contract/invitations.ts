import * as z from 'zod/mini';
import type { Told } from '#packages/http';
import { field } from '#packages/kernel';
import { emailAddress, personName } from '../names.ts';
import { roles } from '../roles.ts';

/** An invitation that nobody has taken up yet. */
export const openInvitation = z.object({
  id: field.id,
  email: emailAddress,
  name: field.nullable(personName),
  /** Null: a place in the team. */
  role: field.nullable(z.enum(roles)),
  teamId: field.nullable(field.id),
  invitedBy: z.string(),
  invitedAt: field.instant,
  expiresAt: field.instant,
});
export type OpenInvitation = Told<z.output<typeof openInvitation>>;

export const invitee = { email: emailAddress, name: z._default(z.nullable(personName), null) };

export const invited = z.object({
  outcomes: z.array(z.object({ email: emailAddress, outcome: z.enum(['invited', 'already-there']) })),
});
export type InvitationOutcome = Told<z.output<typeof invited>>['outcomes'][number];

export const withdrawn = z.object({ withdrawn: z.literal(true) });
