import type { House } from '#features/people/server';
import type { ServerFace } from '#packages/feature/server';
import { goalsEndpoints } from './endpoints.ts';

export const face: ServerFace<House> = {
  endpoints: () => goalsEndpoints,
  story: () => import('./story.ts'),
};
