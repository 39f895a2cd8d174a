export * from './me.tsx';
export * from './qr-code.tsx';
export * from './words.ts';
