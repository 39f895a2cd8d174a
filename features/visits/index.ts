import { feature } from '#packages/feature';
import { visitAccess, visitRefusals, visitsPart } from './domain/index.ts';

export const visits = feature({
  name: 'visits',
  parts: [visitsPart],
  access: visitAccess,
  refusals: visitRefusals,
});
