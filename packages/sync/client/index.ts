export * from './browser-store.ts';
export * from './browser-transport.ts';
export * from './device.ts';
export * from './ports.ts';
export * from './stream-client.ts';
export * from './tabs.ts';
