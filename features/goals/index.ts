import { feature } from '#packages/feature';
import { goalAccess, goalRefusals, goalsPart } from './domain/index.ts';

export const goals = feature({
  name: 'goals',
  parts: [goalsPart],
  access: goalAccess,
  refusals: goalRefusals,
});
