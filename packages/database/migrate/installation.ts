import postgres from 'postgres';
import { StartRefused } from '#packages/database/embedded';

export type InstallationKind = 'demonstration' | 'production';

/**
 * Writes on the first start what this database is for, and refuses ever after to serve it as anything else: with real
 * people in it there is no way in without signing in, and a demonstration never quietly becomes a school's board.
 */
export async function claimInstallation(ownerUrl: string, kind: InstallationKind): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const found = await sql.begin(async (claim) => {
      await claim`lock table installation in exclusive mode`;
      const isNew = (await claim`select 1 from installation`).length === 0;
      if (isNew) {
        // Its row rules hold for the owner too, and let nobody write; the owner lifts them inside this transaction.
        await claim`alter table installation no force row level security`;
        await claim`insert into installation (kind) values (${kind})`;
        await claim`alter table installation force row level security`;
      }
      return claim<{ kind: string }[]>`select kind from installation`;
    });
    const kept = found[0]?.kind;
    if (kept === kind) return;
    throw new StartRefused(
      kind === 'demonstration'
        ? 'This database holds a real installation (production), so it is never opened in demonstration mode. Nothing was changed. ' +
            'Set MODE=production with its settings, or try the demonstration on another data folder with SAMENBETER_DATA.'
        : 'This database holds the demonstration school, so it is never opened in production mode. Nothing was changed. ' +
            'Give production an empty database (DATABASE_URL) or a data folder of its own (SAMENBETER_DATA).',
    );
  } finally {
    await sql.end({ timeout: 5 });
  }
}
