import type { Implementation } from '#packages/http/server';
import { comingInEndpoints } from './coming-in-endpoints.ts';
import { displayEndpoints } from './display-endpoints.ts';
import type { House } from './house.ts';
import { meEndpoints } from './me-endpoints.ts';
import { schoolEndpoints } from './school-endpoints.ts';
import { signInEndpoints } from './sign-in-endpoints.ts';
import { teamEndpoints } from './team-endpoints.ts';

/** Every endpoint of this feature but those of the demonstration, which a server in production does not even have. */
export function peopleEndpoints(parts: House): readonly Implementation[] {
  return [
    ...signInEndpoints(parts),
    ...meEndpoints(parts),
    ...comingInEndpoints(parts),
    ...teamEndpoints(parts),
    ...schoolEndpoints(parts),
    ...displayEndpoints(parts),
  ];
}
