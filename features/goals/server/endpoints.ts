import { goalsContract } from '#features/goals/domain';
import { csv, xlsx } from '#packages/documents';
import { type Implementation, implement } from '#packages/http/server';
import { actionsSheet } from './actions-sheet.ts';

export const goalsEndpoints: readonly Implementation[] = [
  implement(goalsContract.actionsSheet)(async ({ team, query, within }) => {
    const { as, language } = query;
    const sheet = await within((sql) => actionsSheet(sql, team.teamId, language));
    if (as === 'csv') return { type: 'text/csv', name: `${sheet.name}.csv`, content: csv(sheet, language) };
    return {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      name: `${sheet.name}.xlsx`,
      content: await xlsx(sheet),
    };
  }),
];
