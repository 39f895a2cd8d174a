import type { SchoolRole } from '#features/people/domain';

/** What POST /invitations/read answers. */
export type Invitation = {
  readonly schoolName: string;
  readonly teamName: string | null;
  /** Null: a place in the team. */
  readonly role: SchoolRole | null;
  readonly email: string;
  readonly name: string | null;
  readonly invitedBy: string;
  /** new: give a name · accept: one tap · sign-in: prove first who you are · other: somebody else is signed in. */
  readonly next: 'new' | 'accept' | 'sign-in' | 'other';
};
