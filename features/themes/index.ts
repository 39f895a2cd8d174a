import { feature } from '#packages/feature';
import { themeAccess, themeRefusals, themesPart } from './domain/index.ts';

export const themes = feature({
  name: 'themes',
  parts: [themesPart],
  access: themeAccess,
  refusals: themeRefusals,
});
