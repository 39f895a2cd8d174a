export { csv } from './csv.ts';
export type { Sheet } from './sheet.ts';
export { xlsx } from './xlsx.ts';
