import { boardAccess } from '#features/board/domain';
import { goalAccess } from '#features/goals/domain';
import { peopleAccess, rightsOf } from '#features/people/domain';
import { rhythmAccess } from '#features/rhythm/domain';
import { themeAccess } from '#features/themes/domain';
import { visitAccess } from '#features/visits/domain';

/** Who may do what: the rows of all features together, for the server and for the screen. */
export const rights = rightsOf([
  peopleAccess,
  themeAccess,
  rhythmAccess,
  goalAccess,
  visitAccess,
  boardAccess,
]);
