import type { Rights } from '#features/people/domain';
import type { Database } from '#packages/database';
import type { Outbox } from '#packages/mail';
import type { Definitions } from '#packages/sync';
import type { Streams } from '#packages/sync/server';
import type { FindThings } from './find-things.ts';
import type { Secrets } from './secrets.ts';
import type { Sessions } from './sessions.ts';

/** What every feature's face on the server is built from. */
export type House = {
  readonly database: Database;
  readonly definitions: Definitions;
  readonly streams: Pick<Streams, 'run' | 'openStream' | 'snapshot' | 'byId'>;
  readonly outbox: Outbox;
  readonly sessions: Sessions;
  readonly secrets: Secrets;
  readonly rights: Rights;
  readonly find: FindThings;
  /** Where people reach the product, without a slash at the end: for links in mail. */
  readonly baseUrl: string;
  /** A server of real people does not even have the endpoints of the demonstration. */
  readonly isDemonstration: boolean;
};
