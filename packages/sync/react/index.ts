export * from './archive.tsx';
export * from './device.tsx';
export * from './streams.tsx';
