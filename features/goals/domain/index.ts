export * from './access.ts';
export {
  type ActionLine,
  readActionLine,
} from './action-line.ts';
export { readActionLines } from './action-line-paste.ts';
export * from './actions.ts';
export * from './commands.ts';
export * from './contract.ts';
export * from './goals.ts';
export * from './part.ts';
export * from './records.ts';
export * from './refusals.ts';
export * from './run-chart.ts';
