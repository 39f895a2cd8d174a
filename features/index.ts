/** Every feature, a line each. What one brings is in its own index.ts; docs/new-feature.md walks through one of them. */
export { board } from './board/index.ts';
export { goals } from './goals/index.ts';
export { people } from './people/index.ts';
export { rhythm } from './rhythm/index.ts';
export { themes } from './themes/index.ts';
export { visits } from './visits/index.ts';
