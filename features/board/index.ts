import { feature } from '#packages/feature';
import { boardAccess, boardPart, boardRefusals } from './domain/index.ts';

export const board = feature({
  name: 'board',
  parts: [boardPart],
  access: boardAccess,
  refusals: boardRefusals,
});
