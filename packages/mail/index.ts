export { escapeHtml, type Letter, writeLetter } from './letter.ts';
export { keptMails } from './mailbox.ts';
export { type Mail, Outbox } from './outbox.ts';
export { MailSender, type OutgoingMail, Refused } from './sender.ts';
export { smtpDelivery } from './smtp.ts';
