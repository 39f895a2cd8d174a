import type { House } from '#features/people/server';
import type { ServerFace } from '#packages/feature/server';
import { closeForgottenSessions } from './forgotten-sessions.ts';
import { sessionMailEffect } from './session-effects.ts';
import { sessionPdfEndpoints } from './session-pdf-endpoints.ts';

const MINUTE_MS = 60_000;

export const face: ServerFace<House> = {
  effects: (ground) => [sessionMailEffect(ground)],
  endpoints: sessionPdfEndpoints,
  jobs: ({ database, streams }) => [
    { name: 'forgotten sessions', everyMs: MINUTE_MS, run: () => closeForgottenSessions(database, streams) },
  ],
  story: () => import('./story.ts'),
};
