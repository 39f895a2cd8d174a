/**
 * P21: by what somebody is known when they come in. An address that answered a mailed code; a subject of another site that
 * vouches for it (OpenID Connect), which means nothing without that site's name; a passkey of one of their devices.
 */
export type Identity =
  | { readonly kind: 'email'; readonly subject: string }
  | { readonly kind: 'oidc'; readonly issuer: string; readonly subject: string }
  | { readonly kind: 'passkey'; readonly subject: string };

export const byEmail = (address: string): Identity => ({ kind: 'email', subject: address });

/** What is presented at the door, as the database writes it too (identity.key). */
export const keyOf = (identity: Identity): string =>
  identity.kind === 'oidc'
    ? `oidc ${identity.issuer} ${identity.subject}`
    : `${identity.kind} ${identity.subject}`;
