export * from './coming-in.ts';
export * from './demonstration.ts';
export * from './display.ts';
export type { InvitationOutcome, OpenInvitation } from './invitations.ts';
export * from './me.ts';
export * from './school.ts';
export * from './sign-in.ts';
export * from './team.ts';
