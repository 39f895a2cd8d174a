import postgres, { type Sql } from 'postgres';
import { faultText, StartRefused } from '#packages/database/embedded';
import type { Migration } from './migration-files.ts';

/** The database was made with steps that this version has in another form. */
export class StepDiffers extends StartRefused {}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly hash: string;
}

/** What still has to be done, after refusing a database that this code does not belong to. */
function pendingMigrations(known: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  for (const done of applied) {
    const same = known.find(({ number }) => number === done.number);
    const title = `${String(done.number).padStart(4, '0')}_${done.name}`;
    if (same === undefined) {
      throw new StartRefused(
        `The database has had step ${title}, which this version of Samenbeter does not have: it was made by a newer version, ` +
          'or by one with a feature that was taken out here. Nothing was changed. ' +
          'Start the version that made it again, or restore the backup from before that step.',
      );
    }
    if (same.hash !== done.hash || same.name !== done.name) {
      throw new StepDiffers(
        `Step ${title} of the database differs from the one in this version of Samenbeter: the file was changed after it was carried out. ` +
          'Nothing was changed in the database. Put the file back as it was, and make every change as a new step.',
      );
    }
  }
  return known.filter(({ number }) => !applied.some((done) => done.number === number));
}

/** Carries out what is still to be done, each step in a transaction of its own. Call it with the lock held. */
export async function applyMigrations(
  sql: Sql,
  known: readonly Migration[],
  log: (line: string) => void,
): Promise<void> {
  await sql`
    create table if not exists schema_migration (
      number integer primary key,
      name text not null,
      hash text not null,
      applied_at timestamptz not null default now()
    )`;
  const applied = await sql<Applied[]>`select number, name, hash from schema_migration order by number`;
  const pending = pendingMigrations(known, applied);
  for (const migration of pending) {
    try {
      await sql.begin(async (step) => {
        await step.unsafe(migration.text);
        await step`
          insert into schema_migration (number, name, hash)
          values (${migration.number}, ${migration.name}, ${migration.hash})`;
      });
    } catch (error) {
      // Without the driver's own error as cause: it carries the whole file.
      throw new Error(
        `Migration ${migration.number} (${migration.name}) failed and was undone: ${faultText(error)}${lineOf(error, migration.text)}`,
      );
    }
  }
  // What puts a record into its table follows the columns that the steps have left (0001_foundation.sql).
  const [writer] = await sql`select to_regprocedure('write_put_functions()') is not null as "isThere"`;
  if (pending.length > 0 && writer?.isThere) await sql`call write_put_functions()`;
  if (pending.length > 0)
    log(`Database brought to version ${known.at(-1)?.number} (${pending.length} steps)`);
}

function lineOf(error: unknown, text: string): string {
  if (!(error instanceof postgres.PostgresError) || error.position === undefined) return '';
  return ` (line ${text.slice(0, Number(error.position)).split('\n').length})`;
}
