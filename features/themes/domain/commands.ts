import { inspiring } from './inspiring.ts';
import { schoolInspirationKinds, type ThemeState } from './records.ts';

const own = inspiring(
  'schoolInspiration',
  schoolInspirationKinds,
  'school.inspire',
  (state: ThemeState) => state.schoolInspiration,
);

/** T2–T4. */
export const themeCommands = {
  'schoolInspiration.add': own.add,
  'schoolInspiration.edit': own.edit,
  'schoolInspiration.move': own.move,
  'schoolInspiration.remove': own.remove,
  'schoolInspiration.restore': own.restore,
} as const;
