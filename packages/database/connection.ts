import postgres from 'postgres';

/** For whom a transaction works. The database's own rules (row-level security) show no other rows. */
export type Context =
  | { readonly scope: 'school'; readonly school: string; readonly person: string | null }
  | { readonly scope: 'person'; readonly person: string }
  /** Somebody with a role over a governing body, a region or the programme, about the schools that lie under it. */
  | { readonly scope: 'programme'; readonly person: string }
  | { readonly scope: 'sign-in' }
  | { readonly scope: 'clock' }
  /** Whoever runs the installation, at its own prompt: no endpoint works in it. */
  | { readonly scope: 'installation' };

type OwnTypes = { instant: string; day: string; bigint: number };

export type Transaction = postgres.TransactionSql<OwnTypes>;

/** A context as a function of the database is told it: scope, school, person, and the moment on the one clock; '' is nobody. */
export type Whom = readonly [scope: string, school: string, person: string, now: string];

/** For statements that may stand in a transaction of either kind. */
export type Statements = postgres.ISql<OwnTypes>;
export type Statement = postgres.PendingQuery<postgres.Row[]>;

const INSTANT_TYPE = 1184;
const DAY_TYPE = 1082;
const BIGINT_TYPE = 20;

/** Two cores carry a server, a database and its writers to disk; more at once only wait for each other (bench/README.md). */
const CALLS_AT_ONCE = 4;

/** The application's way into the database: as a role that owns nothing and cannot step around the row rules. */
export class Database {
  readonly #sql: postgres.Sql<OwnTypes>;

  /** For transactions of one statement: few, so that those who work beside each other do not wait for a core instead. */
  readonly #calls: postgres.Sql<OwnTypes>;
  /** What is said to other servers goes past everything that waits. */
  readonly #said: postgres.Sql<OwnTypes>;

  /**
   * Milliseconds since 1970, on the one clock of this server: whoever writes a moment takes it from here, and every
   * transaction brings it along as `app_now()`, so that the database's rules read the same clock.
   */
  readonly now: () => number;

  /** `heard` is told every statement on its way, for whoever counts them. */
  constructor(
    appUrl: string,
    {
      connections = 16,
      now = Date.now,
      heard,
    }: { connections?: number; now?: () => number; heard?: (statement: string) => void } = {},
  ) {
    this.now = now;
    const calls = Math.max(1, Math.min(CALLS_AT_ONCE, Math.floor(connections / 2)));
    this.#sql = connect(appUrl, connections - calls, heard);
    this.#calls = connect(appUrl, calls, heard);
    this.#said = connect(appUrl, 1, heard);
  }

  /** One transaction, for one context: all of it happens, or nothing. */
  within<T>(context: Context, work: (sql: Transaction) => Promise<T>): Promise<T> {
    return this.#transaction('', context, work);
  }

  /** As `within`, and every statement sees the database as it stood at the first. */
  withinOneMoment<T>(context: Context, work: (sql: Transaction) => Promise<T>): Promise<T> {
    return this.#transaction('isolation level repeatable read', context, work);
  }

  /**
   * One statement that is a transaction by itself, and so costs one journey: a call of a function of the database that is told for
   * whom it works and says so first, as `within` does (`commit_change`, migration 0001).
   */
  async call(context: Context, statement: (sql: Statements, whom: Whom) => Statement): Promise<void> {
    await statement(this.#calls, this.#whom(context));
  }

  /** Tells every server that listens to the channel. At most 8,000 bytes, by PostgreSQL's own limit. */
  async notify(channel: string, text: string): Promise<void> {
    await this.#said`select pg_notify(${channel}, ${text})`;
  }

  async #transaction<T>(
    options: string,
    context: Context,
    work: (sql: Transaction) => Promise<T>,
  ): Promise<T> {
    const result = await this.#sql.begin(options, async (sql) => {
      // Not awaited by itself: the statements that follow travel in the same packet.
      const set = this.#setContext(sql, context).execute();
      const [, value] = await Promise.all([set, work(sql)]);
      return { value };
    });
    return (result as { value: T }).value;
  }

  #setContext(sql: Statements, context: Context): Statement {
    const [scope, school, person, now] = this.#whom(context);
    return sql`select set_config('app.scope', ${scope}, true), set_config('app.school', ${school}, true),
      set_config('app.person', ${person}, true), set_config('app.now', ${now}, true)`;
  }

  #whom(context: Context): Whom {
    const school = context.scope === 'school' ? context.school : '';
    const person = 'person' in context ? (context.person ?? '') : '';
    return [context.scope, school, person, new Date(this.now()).toISOString()];
  }

  /**
   * Hears what other servers say; `missed` when the connection for it was gone for a while, and something may have been
   * said meanwhile. Returns the way to stop.
   */
  async listen(
    channel: string,
    heard: (text: string) => void,
    missed: () => void,
  ): Promise<() => Promise<void>> {
    let isAgain = false;
    const { unlisten } = await this.#sql.listen(channel, heard, () => {
      if (isAgain) missed();
      isAgain = true;
    });
    return unlisten;
  }

  /** True when the database answers. */
  async answers(): Promise<boolean> {
    try {
      await this.#sql`select 1`;
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#sql, this.#calls, this.#said].map((sql) => sql.end({ timeout: 5 })));
  }
}

function connect(appUrl: string, max: number, heard?: (statement: string) => void): postgres.Sql<OwnTypes> {
  return postgres(appUrl, {
    max,
    ...(heard ? { debug: (_: number, statement: string) => heard(statement) } : {}),
    onnotice: () => {},
    connection: { application_name: 'samenbeter' },
    types: {
      // Moments are ISO strings and days 'YYYY-MM-DD' everywhere, in a row as in a record.
      instant: {
        to: INSTANT_TYPE,
        from: [INSTANT_TYPE],
        serialize: (value: string) => value,
        parse: (value: string) => new Date(value).toISOString(),
      },
      day: {
        to: DAY_TYPE,
        from: [DAY_TYPE],
        serialize: (value: string) => value,
        parse: (value: string) => value,
      },
      // Sequence numbers stay far below 2^53.
      bigint: { to: BIGINT_TYPE, from: [BIGINT_TYPE], serialize: String, parse: Number },
    },
  });
}
