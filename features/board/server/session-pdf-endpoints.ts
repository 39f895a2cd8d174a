import { readFile } from 'node:fs/promises';
import { boardContract, meantBy, type TeamState } from '#features/board/domain';
import type { House } from '#features/people/server';
import { NoPdf, pdf } from '#packages/documents';
import { type Implementation, implement } from '#packages/http/server';
import { refuse } from '#packages/kernel';
import { type AnyRecord, withArchived } from '#packages/sync';
import { type SessionPage, sessionPage } from './session-pdf.ts';

type Streams = Pick<House['streams'], 'snapshot' | 'byId'>;
type Place = Parameters<Streams['byId']>[0];

export const sessionPdfEndpoints = ({ streams }: Pick<House, 'streams'>): readonly Implementation[] => [
  implement(boardContract.sessionPdf)(async ({ team, params, query }) => {
    const place = { ref: { kind: 'team', id: team.teamId }, school: team.schoolId };
    const state = await withSession(streams, place, params.boardSession);
    const session = state?.boardSession.get(params.boardSession);
    const teamName = state?.team.get(team.teamId)?.name ?? '';
    const page = state && session ? sessionPage(state, session, teamName, query.language) : null;
    if (page === null) return refuse('not-found');
    try {
      return { type: 'application/pdf', name: `${page.title}.pdf`, content: await setSession(page) };
    } catch (fault) {
      if (fault instanceof NoPdf) return refuse('unavailable');
      throw fault;
    }
  }),
];

export async function setSession(page: SessionPage): Promise<Buffer> {
  return pdf(await readFile(new URL('./session-summary.typ', import.meta.url), 'utf8'), page);
}

/** The board with a session however long ago, and what came out of it. */
async function withSession(streams: Streams, place: Place, sessionId: string): Promise<TeamState | null> {
  const now = (await streams.snapshot(place))?.state as TeamState | undefined;
  if (!now) return null;
  const sessions = await streams.byId(place, 'boardSession', [sessionId]);
  const state = withArchived(now, { boardSession: sessions });
  const session = state.boardSession.get(sessionId);
  if (!session) return null;
  const archived: Record<string, readonly AnyRecord[]> = {};
  for (const [kind, ids] of Object.entries(meantBy([session])))
    if (ids.length > 0) archived[kind] = await streams.byId(place, kind, ids);
  return withArchived(state, archived);
}
