import { feature } from '#packages/feature';
import { rhythmAccess, rhythmPart, rhythmRefusals } from './domain/index.ts';

export const rhythm = feature({
  name: 'rhythm',
  parts: [rhythmPart],
  access: rhythmAccess,
  refusals: rhythmRefusals,
});
