import * as z from 'zod/mini';
import { ofTeam, teamParams } from '#features/people/domain';
import { endpoint, file } from '#packages/http';
import { field } from '#packages/kernel';

export const boardContract = {
  sessionPdf: endpoint({
    method: 'GET',
    url: '/teams/:team/board-sessions/:boardSession/pdf',
    access: ofTeam('team.read'),
    summary: 'The summary of a session that has ended, as a PDF (B36).',
    params: z.extend(teamParams, { boardSession: field.id }),
    query: z.object({ language: z.enum(['nl', 'en']) }),
    answer: file('application/pdf'),
    callsPerMinute: 20,
  }),
};
