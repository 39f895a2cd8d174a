import type { SchoolRole } from '#features/people/domain';

/** What GET /teams/:team/people answers, for whoever may manage the team. */
export type TeamPeopleAnswer = {
  readonly members: readonly {
    readonly memberId: string;
    readonly personId: string;
    readonly email: string;
    readonly roles: readonly SchoolRole[];
  }[];
  readonly invitations: readonly OpenInvitation[];
  readonly joinCode: { readonly code: string; readonly renewedAt: string };
  readonly displays: readonly Display[];
};

export type OpenInvitation = {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: SchoolRole | null;
  readonly teamId: string | null;
  readonly invitedBy: string;
  readonly invitedAt: string;
  readonly expiresAt: string;
};

export type Display = {
  readonly id: string;
  readonly name: string;
  readonly pairedAt: string;
  readonly lastSeenAt: string | null;
};
