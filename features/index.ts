// biome-ignore-all assist/source/organizeImports: the order says who may know whom
/**
 * Every feature, a line each, in the order in which a newcomer would tell the method: it knows only those above it. What one
 * brings is in its own index.ts; docs/new-feature.md walks through one of them.
 */
export { people } from './people/index.ts';
export { themes } from './themes/index.ts';
export { rhythm } from './rhythm/index.ts';
export { goals } from './goals/index.ts';
export { visits } from './visits/index.ts';
export { board } from './board/index.ts';
