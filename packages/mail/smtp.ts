import nodemailer from 'nodemailer';
import { type Deliver, Refused } from './sender.ts';

const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Delivery over SMTP. Mail carries sign-in codes, so anywhere but on this machine itself the connection is encrypted:
 * `smtps://` from the first byte, `smtp://` by STARTTLS or not at all.
 */
export function smtpDelivery(given: { url: string; from: string }): { deliver: Deliver; close: () => void } {
  const url = new URL(given.url);
  const isSecure = url.protocol === 'smtps:';
  const transport = nodemailer.createTransport({
    pool: true,
    maxConnections: 2,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    secure: isSecure,
    requireTLS: !isSecure && !loopback.includes(url.hostname),
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    // Nothing in a mail may make this server read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^>\s]+)/.exec(given.from)?.[1] ?? 'localhost';
  return {
    close: () => transport.close(),
    deliver: async (mail) => {
      try {
        await transport.sendMail({
          from: given.from,
          to: { name: '', address: mail.to },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId: `<${mail.id}@${domain}>`,
          headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' },
        });
      } catch (fault) {
        throw isFinal(fault) ? new Refused(fault.message) : fault;
      }
    },
  };
}

/** 550 and its like about this receiver; a refusal of our login (535) may be mended by the one who runs the server. */
function isFinal(fault: unknown): fault is Error {
  if (!(fault instanceof Error) || !('responseCode' in fault) || !('code' in fault)) return false;
  return fault.code === 'EENVELOPE' && Number(fault.responseCode) >= 550 && Number(fault.responseCode) <= 559;
}
