export * from './me.tsx';
export * from './my-team.ts';
export * from './qr-code.tsx';
export * from './rights.tsx';
export * from './use-said-name.ts';
export * from './use-team.ts';
export * from './words.ts';
