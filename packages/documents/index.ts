export { csv } from './csv.ts';
export { NoPdf, pdf } from './pdf.ts';
export type { Sheet } from './sheet.ts';
export { xlsx } from './xlsx.ts';
