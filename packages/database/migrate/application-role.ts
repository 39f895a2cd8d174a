import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { faultCode, faultText, StartRefused } from '#packages/database/embedded';

/** The role that the application connects as. It owns nothing, so row-level security always holds for it. */
const applicationRole = 'samenbeter_app';

/**
 * Makes the application's role where it is missing and answers the address to connect with. Call it with the lock held.
 *
 * Its password is derived from the owner's, so that several servers agree on it and it is stored nowhere.
 */
export async function ensureApplicationRole(owner: Sql, ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl);
  const ownerPassword = decodeURIComponent(url.password);
  if (ownerPassword === '') {
    throw new StartRefused(
      'DATABASE_URL carries no password, so none can be derived from it for the role samenbeter_app. ' +
        'Make that role yourself (docs/operations.md, "A PostgreSQL of your own") and give its address in APP_DATABASE_URL.',
    );
  }
  const password = createHmac('sha256', ownerPassword).update(applicationRole).digest('base64url');
  url.username = applicationRole;
  url.password = password;
  const appUrl = url.href;
  const exists = (await owner`select 1 from pg_roles where rolname = ${applicationRole}`).length > 0;
  if (exists && (await canConnect(appUrl))) return appUrl;
  try {
    // The statement carries a SCRAM verifier, so the password never reaches the database's logs.
    await owner.unsafe(
      exists
        ? `alter role ${applicationRole} with login password '${scramVerifier(password)}'`
        : `create role ${applicationRole} with login nosuperuser nocreatedb nocreaterole password '${scramVerifier(password)}'`,
    );
  } catch (error) {
    if (faultCode(error) !== '42501') throw error;
    throw new StartRefused(
      `The role in DATABASE_URL may not ${exists ? 'set the password of' : 'create'} the role ${applicationRole}. Nothing was changed. ` +
        `Let the administrator of the database make it (CREATE ROLE ${applicationRole} LOGIN PASSWORD '…') ` +
        'and give its address in APP_DATABASE_URL.',
    );
  }
  return appUrl;
}

/** What the role needs before any table exists; rights on tables belong to the migrations. */
export async function grantEntry(owner: Sql): Promise<void> {
  const exists = await owner`select 1 from pg_roles where rolname = ${applicationRole}`;
  if (exists.length === 0) {
    throw new StartRefused(
      `APP_DATABASE_URL is set, but the role ${applicationRole} does not exist. Nothing was changed. ` +
        `Make it first: CREATE ROLE ${applicationRole} LOGIN PASSWORD '…'.`,
    );
  }
  await owner.unsafe(`grant usage on schema public to ${applicationRole}`);
}

/** Proves, with a connection, that the application cannot go round row-level security. */
export async function checkApplicationRole(appUrl: string): Promise<void> {
  const sql = postgres(appUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    const [role] = await sql<{ name: string; excess: boolean; owned: number }[]>`
      select current_user::text as name,
        (select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user) as excess,
        (select count(*)::int from pg_class
          where relkind in ('r', 'p', 'v', 'S') and relnamespace = 'public'::regnamespace
            and pg_has_role(current_user, relowner, 'member')) as owned`;
    if (role === undefined || role.name !== applicationRole || role.excess || role.owned > 0) {
      throw new StartRefused(
        `The application would connect as ${role?.name ?? 'nobody'}, which could see every school's data. Nothing is served. ` +
          `APP_DATABASE_URL must name the role ${applicationRole}: no superuser, no BYPASSRLS, no CREATEDB or CREATEROLE, owner of no table.`,
      );
    }
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    throw new StartRefused(
      `The application cannot connect to the database as ${applicationRole}: ${faultText(error)}. ` +
        'Check its password and pg_hba.conf, or give the right address in APP_DATABASE_URL.',
    );
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function canConnect(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The form in which PostgreSQL itself keeps a password (RFC 5803). */
function scramVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
