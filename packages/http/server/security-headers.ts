/** A browser that came by https once comes by nothing else for two years. */
const TRANSPORT = 'max-age=63072000';

/** Sent with every answer from this address. */
export const securityHeaders = (origin: string): Readonly<Record<string, string>> =>
  origin.startsWith('https:') ? { ...headers, 'strict-transport-security': TRANSPORT } : headers;

/** The page runs only our own files and talks only to its own server. */
const headers: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), screen-wake-lock=(self), fullscreen=(self)',
};
