/** A browser that came by https once comes by nothing else for two years. */
const TRANSPORT = 'max-age=63072000';

export type Headers = Readonly<Record<string, string>>;

/** What goes out with a page and its files, and what with an answer of the interface, which is never shown as a page. */
export function securityHeaders(origin: string): { readonly page: Headers; readonly answer: Headers } {
  const transport: Headers = origin.startsWith('https:') ? { 'strict-transport-security': TRANSPORT } : {};
  return { page: { ...ofPage, ...transport }, answer: { ...ofAnswer, ...transport } };
}

const ofAnswer: Headers = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/** The page runs only our own files and talks only to its own server. */
const ofPage: Headers = {
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
