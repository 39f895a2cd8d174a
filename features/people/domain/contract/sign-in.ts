import * as z from 'zod/mini';
import { endpoint, type Told } from '#packages/http';
import { field } from '#packages/kernel';
import { anyone } from '../access-kinds.ts';
import { emailAddress, language } from '../names.ts';

const signedIn = z.object({
  personId: field.id,
  /** The team that was joined by this, for whoever came with a team code. */
  joinedTeam: field.nullable(field.id),
});
export type SignedInNow = Told<z.output<typeof signedIn>>;

/** Coming in by a mailed code (rules P7, P8). */
export const signInContract = {
  mailCode: endpoint({
    method: 'POST',
    url: '/sign-in/code',
    access: anyone,
    summary: 'Mails a one-time code; the answer is the same for an address that is not known.',
    body: z.object({ email: emailAddress, language: z._default(language, 'nl') }),
    answer: z.object({ asked: z.literal(true) }),
    callsPerMinute: 30,
  }),
  signIn: endpoint({
    method: 'POST',
    url: '/sign-in',
    access: anyone,
    summary: 'Signs in with a mailed code, in the browser that asked for it.',
    body: z.object({ email: emailAddress, code: z.string().check(z.trim(), z.regex(/^\d{6}$/)) }),
    answer: signedIn,
    callsPerMinute: 60,
  }),
};
