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

/** For statements that may stand in a transaction of either kind. */
export type Statements = postgres.ISql<OwnTypes>;
export type Statement = postgres.PendingQuery<postgres.Row[]>;

const INSTANT_TYPE = 1184;
const DAY_TYPE = 1082;
const BIGINT_TYPE = 20;

/** The application's way into the database: as a role that owns nothing and cannot step around the row rules. */
export class Database {
  readonly #sql: postgres.Sql<OwnTypes>;

  /** Connections for `withinOneTrip`, each with the number of transactions that are under way on it. */
  readonly #lanes: readonly { readonly sql: postgres.Sql<OwnTypes>; underWay: number }[];

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
    const lanes = Math.floor(connections / 2);
    this.#sql = connect(appUrl, { max: connections - lanes }, heard);
    // A lane is never renewed by itself: that could fall between two statements of one transaction.
    this.#lanes = Array.from({ length: lanes }, () => ({
      sql: connect(appUrl, { max: 1, max_lifetime: null }, heard),
      underWay: 0,
    }));
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
   * One transaction whose statements are all known beforehand: they travel together with its begin and its commit, so
   * that it costs one journey where `within` costs three. Throws what the first faulty statement says; then nothing
   * has happened.
   *
   * Statements follow each other on their connection without waiting. Should it break between them, the rest arrives
   * on a new one outside any transaction, so without context, where the row rules let nothing through.
   *
   * @param statements makes them in order; it is called once, and must not wait for anything
   */
  async withinOneTrip(
    context: Context,
    statements: (sql: Statements) => readonly Statement[],
  ): Promise<void> {
    const lane = this.#lanes.reduce((calmest, other) =>
      other.underWay < calmest.underWay ? other : calmest,
    );
    lane.underWay += 1;
    try {
      const { sql } = lane;
      const sent = [
        sql.unsafe('begin'),
        this.#setContext(sql, context),
        ...statements(sql),
        sql.unsafe('commit'),
      ];
      const answers = await Promise.allSettled(sent);
      for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
      const last = answers.at(-1);
      // PostgreSQL answers 'ROLLBACK' to the commit of what has failed.
      if (last?.status !== 'fulfilled' || last.value.command !== 'COMMIT')
        throw new Error('a transaction was not committed, and no statement said why');
    } finally {
      lane.underWay -= 1;
    }
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
    const school = context.scope === 'school' ? context.school : '';
    const person = 'person' in context ? (context.person ?? '') : '';
    const now = new Date(this.now()).toISOString();
    return sql`select set_config('app.scope', ${context.scope}, true), set_config('app.school', ${school}, true),
      set_config('app.person', ${person}, true), set_config('app.now', ${now}, true)`;
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
    await Promise.all(
      [this.#sql, ...this.#lanes.map(({ sql }) => sql)].map((sql) => sql.end({ timeout: 5 })),
    );
  }
}

function connect(
  appUrl: string,
  pool: { max: number; max_lifetime?: null },
  heard?: (statement: string) => void,
): postgres.Sql<OwnTypes> {
  return postgres(appUrl, {
    ...pool,
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
