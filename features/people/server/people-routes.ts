import { comingInRoutes } from './coming-in-routes.ts';
import { displayRoutes } from './display-routes.ts';
import { meRoutes } from './me-routes.ts';
import type { PeopleParts } from './parts.ts';
import type { AnyRoute } from './route.ts';
import { schoolRoutes } from './school-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { teamRoutes } from './team-routes.ts';

/** Every endpoint of this feature but those of the demonstration, which a server in production does not even have. */
export function peopleRoutes(parts: PeopleParts): AnyRoute[] {
  return [
    ...signInRoutes(parts),
    ...meRoutes(parts),
    ...comingInRoutes(parts),
    ...teamRoutes(parts),
    ...schoolRoutes(parts),
    ...displayRoutes(parts),
  ];
}
