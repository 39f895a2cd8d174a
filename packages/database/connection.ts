import postgres from 'postgres';

/** For whom a transaction works. The database's own rules (row-level security) show no other rows. */
export type Context =
  | { readonly scope: 'school'; readonly school: string; readonly person: string | null }
  | { readonly scope: 'person'; readonly person: string }
  | { readonly scope: 'sign-in' }
  | { readonly scope: 'clock' };

type OwnTypes = { instant: string; day: string; bigint: number };

export type Transaction = postgres.TransactionSql<OwnTypes>;

const INSTANT_TYPE = 1184;
const DAY_TYPE = 1082;
const BIGINT_TYPE = 20;

/** The application's way into the database: as a role that owns nothing and cannot step around the row rules. */
export class Database {
  readonly #sql: postgres.Sql<OwnTypes>;

  constructor(appUrl: string, connections = 10) {
    this.#sql = postgres(appUrl, {
      max: connections,
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

  /** One transaction, for one context: all of it happens, or nothing. */
  within<T>(context: Context, work: (sql: Transaction) => Promise<T>): Promise<T> {
    return this.#transaction('', context, work);
  }

  /** As `within`, and every statement sees the database as it stood at the first. */
  withinOneMoment<T>(context: Context, work: (sql: Transaction) => Promise<T>): Promise<T> {
    return this.#transaction('isolation level repeatable read', context, work);
  }

  async #transaction<T>(
    options: string,
    context: Context,
    work: (sql: Transaction) => Promise<T>,
  ): Promise<T> {
    const school = context.scope === 'school' ? context.school : '';
    const person = context.scope === 'school' || context.scope === 'person' ? (context.person ?? '') : '';
    const result = await this.#sql.begin(options, async (sql) => {
      // Not awaited by itself: the statements that follow travel in the same packet.
      const set =
        sql`select set_config('app.scope', ${context.scope}, true), set_config('app.school', ${school}, true), set_config('app.person', ${person}, true)`.execute();
      const [, value] = await Promise.all([set, work(sql)]);
      return { value };
    });
    return (result as { value: T }).value;
  }

  /** Hears what other servers say. Returns the way to stop. */
  async listen(channel: string, heard: (text: string) => void): Promise<() => Promise<void>> {
    const { unlisten } = await this.#sql.listen(channel, heard);
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
    await this.#sql.end({ timeout: 5 });
  }
}
