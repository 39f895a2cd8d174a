export * as field from './fields.ts';
export { newId } from './ids.ts';
export { isRefusal, type Refusal, type RefusalTexts, refuse } from './refusal.ts';
export * from './calendar.ts';
