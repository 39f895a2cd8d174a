import type { Language } from '#packages/i18n';
import { type Mail, writeLetter } from '#packages/mail';

/** What people are sent to come in. Each is written in its receiver's language. */

type Words = {
  readonly hello: (name: string | null) => string;
  readonly code: {
    readonly subject: string;
    readonly before: string;
    readonly use: string;
    readonly notYou: string;
  };
  readonly unknown: {
    readonly subject: string;
    readonly asked: string;
    readonly why: string;
    readonly notYou: string;
  };
  readonly invitation: {
    readonly subject: (by: string, to: string) => string;
    readonly team: (by: string, team: string, school: string) => string;
    readonly school: (by: string, school: string) => string;
    readonly noPassword: string;
    readonly button: string;
    readonly until: string;
  };
};

const words: Readonly<Record<Language, Words>> = {
  nl: {
    hello: (name) => (name === null ? 'Hallo,' : `Hallo ${name},`),
    code: {
      subject: 'Je code om in te loggen',
      before: 'Vul deze code in op het scherm waar je erom vroeg:',
      use: 'De code werkt tien minuten, één keer, en alleen in die browser. Geef hem aan niemand door, ook niet als iemand erom vraagt.',
      notYou: 'Vroeg je niet om een code? Dan hoef je niets te doen.',
    },
    unknown: {
      subject: 'Dit e-mailadres kennen we nog niet',
      asked:
        'Iemand wilde met dit e-mailadres inloggen bij Samenbeter. Dat lukt niet, want het hoort nog bij geen enkel team.',
      why: 'Ben jij dat? Misschien sta je er met een ander adres, bijvoorbeeld dat van school. Of vraag een collega om een uitnodiging of de teamcode.',
      notYou: 'Weet je van niets? Dan hoef je niets te doen.',
    },
    invitation: {
      subject: (by, to) => `${by} nodigt je uit voor ${to}`,
      team: (by, team, school) => `${by} nodigt je uit voor het verbeterbord van ${team} (${school}).`,
      school: (by, school) => `${by} nodigt je uit om mee te kijken bij ${school}.`,
      noPassword: 'Je hebt geen wachtwoord nodig.',
      button: 'Uitnodiging bekijken',
      until: 'De uitnodiging is veertien dagen geldig en alleen voor jou bedoeld.',
    },
  },
  en: {
    hello: (name) => (name === null ? 'Hello,' : `Hello ${name},`),
    code: {
      subject: 'Your code to sign in',
      before: 'Enter this code on the screen where you asked for it:',
      use: 'It works for ten minutes, once, and only in that browser. Pass it on to nobody, not even when asked.',
      notYou: 'Did you not ask for a code? Then there is nothing you need to do.',
    },
    unknown: {
      subject: 'We do not know this e-mail address yet',
      asked:
        'Somebody wanted to sign in to Samenbeter with this e-mail address. That is not possible: it belongs to no team yet.',
      why: 'Was it you? You may be known by another address, such as that of your school. Or ask a colleague for an invitation or the team code.',
      notYou: 'Was it not you? Then there is nothing you need to do.',
    },
    invitation: {
      subject: (by, to) => `${by} invites you to ${to}`,
      team: (by, team, school) => `${by} invites you to the improvement board of ${team} (${school}).`,
      school: (by, school) => `${by} invites you to follow the work at ${school}.`,
      noPassword: 'You need no password.',
      button: 'See the invitation',
      until: 'The invitation is valid for fourteen days and meant for you alone.',
    },
  },
};

export function codeMail(
  to: string,
  given: { name: string | null; language: Language; code: string; expiresAt: string },
): Mail {
  const { hello, code } = words[given.language];
  const letter = writeLetter({
    language: given.language,
    subject: code.subject,
    greeting: hello(given.name),
    before: [code.before],
    code: given.code,
    after: [code.use, code.notYou],
  });
  return { to, ...letter, expiresAt: given.expiresAt };
}

/** Says where somebody could look: the address itself learns nothing about others. */
export function unknownAddressMail(to: string, given: { language: Language; expiresAt: string }): Mail {
  const { hello, unknown } = words[given.language];
  const letter = writeLetter({
    language: given.language,
    subject: unknown.subject,
    greeting: hello(null),
    before: [unknown.asked, unknown.why],
    after: [unknown.notYou],
  });
  return { to, ...letter, expiresAt: given.expiresAt };
}

export function invitationMail(
  to: string,
  given: {
    name: string | null;
    language: Language;
    by: string;
    team: string | null;
    school: string;
    url: string;
    expiresAt: string;
  },
): Mail {
  const { hello, invitation } = words[given.language];
  const letter = writeLetter({
    language: given.language,
    subject: invitation.subject(given.by, given.team ?? given.school),
    greeting: hello(given.name),
    before: [
      given.team === null
        ? invitation.school(given.by, given.school)
        : invitation.team(given.by, given.team, given.school),
      invitation.noPassword,
    ],
    button: { text: invitation.button, url: given.url },
    after: [invitation.until],
  });
  return { to, ...letter, expiresAt: given.expiresAt };
}
