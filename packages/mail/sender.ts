import type { Database } from '#packages/database';
import type { Language } from '#packages/i18n';
import { outboxChannel } from './outbox.ts';

export type OutgoingMail = {
  /** Also the Message-ID, so that a mail that was sent twice can be recognised as one. */
  readonly id: string;
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** Hands a mail to the mail server. Throws where it was not taken; `Refused` where trying again makes no sense. */
export type Deliver = (mail: OutgoingMail) => Promise<void>;

/** The mail server does not want this mail now or ever (an address that does not exist). */
export class Refused extends Error {}

const LEASE_SECONDS = 120;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 3600;
const MOST_TRIES = 12;
const LOOK_EVERY_MS = 15_000;

/** Seconds to wait after the nth failure: 30, 60, 120 … at most an hour. */
export function waitAfter(tries: number): number {
  return Math.min(FIRST_WAIT_SECONDS * 2 ** (tries - 1), LONGEST_WAIT_SECONDS);
}

/**
 * Sends what waits in the outbox, oldest first. Several servers may do this at once: each takes a mail for two minutes.
 * A server that dies between sending and noting it sends that mail again: at least once, never lost.
 */
export class MailSender {
  readonly #database: Database;
  readonly #deliver: Deliver;
  readonly #now: () => number;
  readonly #onFault: (fault: unknown, mailId: string | null) => void;
  #running: Promise<void> = Promise.resolve();
  #stopping = false;
  #timer: NodeJS.Timeout | null = null;
  #unlisten: (() => Promise<void>) | null = null;

  constructor(parts: {
    database: Database;
    deliver: Deliver;
    /** Told of every mail that could not be sent, and of anything else that goes wrong. */
    onFault: (fault: unknown, mailId: string | null) => void;
  }) {
    this.#database = parts.database;
    this.#deliver = parts.deliver;
    this.#onFault = parts.onFault;
    this.#now = parts.database.now;
  }

  async start(): Promise<void> {
    this.#unlisten = await this.#database.listen(
      outboxChannel,
      () => this.#wake(),
      () => this.#wake(),
    );
    this.#timer = setInterval(() => this.#wake(), LOOK_EVERY_MS).unref();
    this.#wake();
  }

  /** Lets the mail that is on its way go out, and takes no other. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#timer) clearInterval(this.#timer);
    await this.#unlisten?.();
    await this.#running;
  }

  /** Sends everything that is due now; answers how many were taken by the mail server. */
  async sendDue(): Promise<number> {
    let sent = 0;
    while (!this.#stopping) {
      const mail = await this.#take();
      if (!mail) break;
      if (await this.#send(mail)) sent += 1;
    }
    return sent;
  }

  #wake(): void {
    this.#running = this.#running.then(async () => {
      try {
        await this.sendDue();
      } catch (fault) {
        this.#onFault(fault, null);
      }
    });
  }

  async #take(): Promise<(OutgoingMail & { tries: number }) | null> {
    const now = this.#iso(0);
    return this.#database.within({ scope: 'clock' }, async (sql) => {
      await sql`
        update outgoing_mail set given_up_at = ${now}, last_fault = 'too late to be of use', body_text = null, body_html = null
        where sent_at is null and given_up_at is null and expires_at < ${now}`;
      const [mail] = await sql<(OutgoingMail & { tries: number })[]>`
        update outgoing_mail set tries = tries + 1, next_try_at = ${this.#iso(LEASE_SECONDS)}
        where id = (
          select id from outgoing_mail where sent_at is null and given_up_at is null and next_try_at <= ${now}
          order by made_at, id limit 1 for update skip locked)
        returning id, to_address as to, language, subject, body_text as text, body_html as html, tries`;
      return mail ?? null;
    });
  }

  async #send(mail: OutgoingMail & { tries: number }): Promise<boolean> {
    try {
      await this.#deliver(mail);
    } catch (fault) {
      this.#onFault(fault, mail.id);
      await this.#noteFault(mail, fault);
      return false;
    }
    // What only the receiver should read does not stay behind here.
    await this.#database.within(
      { scope: 'clock' },
      (sql) => sql`
        update outgoing_mail set sent_at = ${this.#iso(0)}, body_text = null, body_html = null, last_fault = null
        where id = ${mail.id}`,
    );
    return true;
  }

  async #noteFault(mail: OutgoingMail & { tries: number }, fault: unknown): Promise<void> {
    const text = String(fault instanceof Error ? fault.message : fault).slice(0, 500);
    const givesUp = fault instanceof Refused || mail.tries >= MOST_TRIES;
    await this.#database.within({ scope: 'clock' }, (sql) =>
      givesUp
        ? sql`
          update outgoing_mail set given_up_at = ${this.#iso(0)}, last_fault = ${text}, body_text = null, body_html = null
          where id = ${mail.id}`
        : sql`
          update outgoing_mail set next_try_at = ${this.#iso(waitAfter(mail.tries))}, last_fault = ${text}
          where id = ${mail.id}`,
    );
  }

  #iso(secondsFromNow: number): string {
    return new Date(this.#now() + secondsFromNow * 1000).toISOString();
  }
}
