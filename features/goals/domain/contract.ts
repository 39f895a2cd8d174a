import * as z from 'zod/mini';
import { ofTeam, teamParams } from '#features/people/domain';
import { endpoint, file } from '#packages/http';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** So many actions a sheet holds at most: a busy team agrees on four a week, and fills one in thirty years. */
export const MOST_ACTIONS_IN_SHEET = 5000;

export const goalsContract = {
  actionsSheet: endpoint({
    method: 'GET',
    url: '/teams/:team/actions/sheet',
    access: ofTeam('team.read'),
    summary: 'The actions of the team as a sheet, those of long ago too (G19).',
    params: teamParams,
    query: z.object({ as: z.enum(['xlsx', 'csv']), language: z.enum(['nl', 'en']) }),
    answer: file(XLSX, 'text/csv'),
    callsPerMinute: 20,
  }),
};
