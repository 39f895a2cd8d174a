import { randomBytes } from 'node:crypto';

type Mode = 'demonstration' | 'production';

/** Everything that the surroundings decide, read once at the start and never looked up again. */
export interface Configuration {
  readonly mode: Mode;
  readonly port: number;
  readonly host: string;
  /** Where people reach it, without a slash at the end. */
  readonly baseUrl: string;
  /** Absent: the usual folder. */
  readonly dataFolder: string | undefined;
  readonly database:
    | { readonly kind: 'embedded' }
    | { readonly kind: 'external'; readonly ownerUrl: string; readonly appUrl: string | undefined };
  /** In a demonstration, mail goes to a page where it can be read. */
  readonly mail:
    | { readonly kind: 'mailbox' }
    | { readonly kind: 'smtp'; readonly url: string; readonly from: string };
  /** The file of who was erased. Absent: in the data folder, where there is one. */
  readonly erasureLedger: string | undefined;
  readonly sessionSecret: string;
  /** Addresses of proxies whose word about the visitor's address is taken. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: LogLevel;
}

type LogLevel = (typeof logLevels)[number];

/** The two ways into the database: as its owner (migrations, backups) and as the application. */
export interface DatabaseAddresses {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** What apps/server/main.ts exports as `serve`: answers once it listens. */
export type Serve = (configuration: Configuration, database: DatabaseAddresses) => Promise<RunningServer>;

export interface RunningServer {
  /** Lets requests finish, closes streams, and lets go of the database. */
  close(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
const loopback = ['127.0.0.1', 'localhost', '::1'];

/**
 * Reads the configuration from environment variables. All faults are listed at once, each a sentence that names its
 * variable; nothing is guessed where one is found. docs/operations.md has the table.
 */
export function readConfiguration(
  environment: Environment,
): Configuration | { readonly faults: readonly string[] } {
  const faults: string[] = [];
  const value = (name: string) => {
    const text = environment[name]?.trim();
    return text === '' ? undefined : text;
  };
  const mode = readMode(value, faults);
  const port = readPort(value('PORT'), faults);
  const host = value('HOST') ?? (mode === 'production' ? '0.0.0.0' : '127.0.0.1');
  if (mode === 'demonstration') refuseAccidentalDemonstration(value, host, faults);
  const configuration: Configuration = {
    mode,
    port,
    host,
    baseUrl: readBaseUrl(value('BASE_URL'), mode, faults) ?? `http://${displayHost(host)}:${port}`,
    dataFolder: value('SAMENBETER_DATA'),
    database: readDatabase(value, faults),
    mail: readMail(value, mode, faults),
    erasureLedger: value('ERASURE_LEDGER'),
    sessionSecret: readSecret(value('SESSION_SECRET'), mode, faults),
    trustedProxies: (value('TRUSTED_PROXIES') ?? '127.0.0.1, ::1').split(',').map((part) => part.trim()),
    logLevel: readLogLevel(value('LOG_LEVEL') ?? (mode === 'demonstration' ? 'warn' : 'info'), faults),
  };
  return faults.length > 0 ? { faults } : configuration;
}

type Value = (name: string) => string | undefined;

/** A demonstration lets everybody in, so it is the default only where nothing points to real use. */
function readMode(value: Value, faults: string[]): Mode {
  const wanted = value('MODE');
  if (wanted === 'demonstration' || wanted === 'production') return wanted;
  if (wanted !== undefined) faults.push(`MODE is "${wanted}"; it must be demonstration or production.`);
  const pointsToRealUse = value('DATABASE_URL') !== undefined || value('NODE_ENV') === 'production';
  return wanted === undefined && !pointsToRealUse ? 'demonstration' : 'production';
}

function refuseAccidentalDemonstration(value: Value, host: string, faults: string[]): void {
  if (value('DATABASE_URL') !== undefined) {
    faults.push(
      'MODE is demonstration while DATABASE_URL names a database of your own: a demonstration lets anybody in and only runs on its own database. Leave DATABASE_URL out, or set MODE=production.',
    );
  }
  if (value('NODE_ENV') === 'production') {
    faults.push(
      'MODE is demonstration while NODE_ENV is production: a demonstration lets anybody in. Leave NODE_ENV out, or set MODE=production.',
    );
  }
  if (!loopback.includes(host) && value('SAMENBETER_DEMONSTRATION_ON_NETWORK') !== 'yes') {
    faults.push(
      `HOST is ${host}, so a demonstration would let in anybody on the network. Leave HOST out, or confirm with SAMENBETER_DEMONSTRATION_ON_NETWORK=yes.`,
    );
  }
}

function readPort(text: string | undefined, faults: string[]): number {
  if (text === undefined) return 4180;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  faults.push(`PORT is "${text}"; it must be a whole number from 1 to 65535.`);
  return 0;
}

function readBaseUrl(text: string | undefined, mode: Mode, faults: string[]): string | undefined {
  if (text === undefined) {
    if (mode === 'production') {
      faults.push(
        'BASE_URL is missing: the address where people reach Samenbeter, such as https://bord.school.nl.',
      );
    }
    return undefined;
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const hasRightProtocol =
    url?.protocol === 'https:' || (mode === 'demonstration' && url?.protocol === 'http:');
  if (url === undefined || !hasRightProtocol) {
    faults.push(`BASE_URL is "${text}"; it must be a whole address that begins with https://.`);
    return undefined;
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    faults.push(`BASE_URL is "${text}"; it must hold a host only, without a path or anything after it.`);
  }
  return url.origin;
}

function readDatabase(value: Value, faults: string[]): Configuration['database'] {
  const ownerUrl = value('DATABASE_URL');
  const appUrl = value('APP_DATABASE_URL');
  for (const [name, text] of [
    ['DATABASE_URL', ownerUrl],
    ['APP_DATABASE_URL', appUrl],
  ] as const) {
    if (text !== undefined && !isDatabaseUrl(text)) {
      // Not repeated in the sentence: it may hold a password.
      faults.push(`${name} must look like postgres://role:password@host:5432/name.`);
    }
  }
  if (ownerUrl === undefined) {
    if (appUrl !== undefined)
      faults.push('APP_DATABASE_URL is set without DATABASE_URL; set both, or neither.');
    return { kind: 'embedded' };
  }
  return { kind: 'external', ownerUrl, appUrl };
}

function isDatabaseUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPostgres = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:';
  return (
    url !== undefined && isPostgres && url.hostname !== '' && url.username !== '' && url.pathname.length > 1
  );
}

function readMail(value: Value, mode: Mode, faults: string[]): Configuration['mail'] {
  const url = value('SMTP_URL');
  const from = value('MAIL_FROM');
  if (mode === 'demonstration') {
    if (url !== undefined) {
      faults.push(
        'SMTP_URL is set, but a demonstration sends no mail: it shows it on a page. Leave SMTP_URL out.',
      );
    }
    return { kind: 'mailbox' };
  }
  if (url === undefined) {
    faults.push('SMTP_URL is missing: the mail server, such as smtps://name:password@mail.school.nl:465.');
  } else if (!isMailUrl(url)) {
    faults.push('SMTP_URL must look like smtps://name:password@host:465 or smtp://host:587.');
  }
  if (from === undefined) {
    faults.push('MAIL_FROM is missing: the sender of mail, such as Samenbeter <bord@school.nl>.');
  } else if (!/^(?:[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+\.[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+\.[^<>@\s]+)$/.test(from)) {
    faults.push(`MAIL_FROM is "${from}"; it must be an e-mail address, alone or as Name <address>.`);
  }
  return { kind: 'smtp', url: url ?? '', from: from ?? '' };
}

function isMailUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '';
}

function readSecret(text: string | undefined, mode: Mode, faults: string[]): string {
  if (text === undefined) {
    if (mode === 'production') {
      faults.push(
        'SESSION_SECRET is missing: at least 32 random characters, such as from openssl rand -base64 36.',
      );
    }
    return randomBytes(32).toString('base64url');
  }
  if (text.length < 32) faults.push(`SESSION_SECRET has ${text.length} characters; it needs at least 32.`);
  else if (new Set(text).size < 10)
    faults.push('SESSION_SECRET hardly varies; take one that is made at random.');
  return text;
}

function readLogLevel(text: string, faults: string[]): LogLevel {
  const level = logLevels.find((known) => known === text);
  if (level === undefined) faults.push(`LOG_LEVEL is "${text}"; it must be one of ${logLevels.join(', ')}.`);
  return level ?? 'info';
}

function displayHost(host: string): string {
  if (loopback.includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
