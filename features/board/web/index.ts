import { later } from '#packages/ui';

export * from './addresses.ts';
export { BoardRoutes } from './routes.tsx';
export * from './team-frame.tsx';

/** Somebody's own page; the board does not wait for it. */
export const HomePage = later(async () => (await import('./home-page.tsx')).HomePage);
