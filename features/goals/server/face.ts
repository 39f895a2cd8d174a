import type { House } from '#features/people/server';
import type { ServerFace } from '#packages/feature/server';

export const face: ServerFace<House> = { story: () => import('./story.ts') };
