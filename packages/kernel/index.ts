export * from './calendar.ts';
export * as field from './fields.ts';
export { generalRefusals } from './general-refusals.ts';
export { newId } from './ids.ts';
export { merged } from './merged.ts';
export * from './order.ts';
export { isRefusal, type Refusal, type RefusalTexts, refusalTextOf, refuse } from './refusal.ts';
