import type { Transaction } from '#packages/database';

/** A team as its record has it (domain/records.ts), read from its table. */
export const teamColumns = (sql: Transaction) => sql`
  team.id, team.name, team.kind, team.accent, team.theme, team.ends_on as "endsOn",
  team.organisational_board_id as "organisationalBoardId", team.improvement_board_id as "improvementBoardId"`;
