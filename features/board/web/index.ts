export * from './addresses.ts';
export { HomePage } from './home-page.tsx';
export { BoardRoutes } from './routes.tsx';
export * from './team-frame.tsx';
