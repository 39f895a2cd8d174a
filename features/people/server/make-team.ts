import type { Team } from '#features/people/domain';
import type { Within } from '#packages/http/server';
import { type Refusal, refuse } from '#packages/kernel';
import type { House } from './house.ts';
import { renewJoinCode } from './team-people.ts';

/** A team with its board and its join code (rule P15). The id comes from the caller: asking twice makes one team. */
export async function makeTeam(
  { database, streams }: Pick<House, 'database' | 'streams'>,
  within: Within,
  { schoolId, team }: { schoolId: string; team: Team },
): Promise<Refusal | { readonly teamId: string }> {
  const isHere = async () =>
    (await within((sql) => sql`select 1 from team where id = ${team.id}`)).length > 0;
  if (await isHere()) return { teamId: team.id };
  try {
    await within(async (sql) => {
      await streams.openStream(sql, { ref: { kind: 'team', id: team.id }, school: schoolId }, [
        { put: 'team', value: team },
      ]);
      await renewJoinCode(sql, schoolId, team.id, database.now());
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    // The same request a moment earlier; or an id that another school has, of which nothing is told.
    if (!(await isHere())) return refuse('invalid', { field: 'id', code: 'taken' });
  }
  return { teamId: team.id };
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error &&
  'constraint_name' in error &&
  ['stream_pkey', 'team_pkey'].includes(String(error.constraint_name));
