import type { Cookie } from '#packages/http/server';

export const sessionCookieName = '__Host-session';
export const browserCookieName = '__Host-browser';
export const pairingCookieName = '__Host-pairing';

/** As long as browsers keep a cookie at all; it is given anew at every visit. The session itself decides. */
const LONGEST_COOKIE_SECONDS = 400 * 86_400;

export const sessionCookie = (token: string): Cookie => ({
  name: sessionCookieName,
  value: token,
  maxAge: LONGEST_COOKIE_SECONDS,
});

/** A browser keeps the mark by which it asked for a code a little longer than the code is valid. */
const HOUR_SECONDS = 3600;
export const browserCookie = (value: string): Cookie => ({
  name: browserCookieName,
  value,
  maxAge: HOUR_SECONDS,
});
export const pairingCookie = (value: string): Cookie => ({
  name: pairingCookieName,
  value,
  maxAge: HOUR_SECONDS,
});

export const noCookie = (name: string): Cookie => ({ name, value: '', maxAge: 0 });
