export * from './access.ts';
export * from './address.ts';
export * from './contract.ts';
export * from './list.ts';
export * from './refusal.ts';
