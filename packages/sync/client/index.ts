export * from './browser-store.ts';
export * from './browser-transport.ts';
export * from './ports.ts';
export * from './tabs.ts';
export * from './team-client.ts';
