import type { ServerFace } from '#packages/feature/server';
import { streamAccess } from '#packages/sync/server';
import { accessKinds } from './access-kinds.ts';
import { asksFirst } from './asks-first.ts';
import { cleanUpPeople } from './clean-up.ts';
import { demonstrationEndpoints } from './demonstration-endpoints.ts';
import type { House } from './house.ts';
import { memberEffect } from './member-effect.ts';
import { peopleEndpoints } from './people-endpoints.ts';
import { seatsIn } from './seats.ts';
import { secondBoardEffect } from './second-board.ts';

const HOUR_MS = 3_600_000;

export const face: ServerFace<House> = {
  effects: () => [memberEffect, secondBoardEffect],
  accessKinds: (house) => [...accessKinds(house), streamAccess(seatsIn(house, house.definitions))],
  endpoints: (house) => [
    ...peopleEndpoints(house),
    ...(house.isDemonstration ? demonstrationEndpoints(house) : []),
  ],
  asksFirst,
  jobs: ({ database }) => [{ name: 'clean-up', everyMs: HOUR_MS, run: () => cleanUpPeople(database) }],
  story: () => import('./demonstration/story.ts'),
};
