export { type Address, address } from './address.ts';
export * from './doors.ts';
export * from './face.ts';
export * from './faces.tsx';
export * from './page.ts';
