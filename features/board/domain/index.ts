export * from './access.ts';
export * from './agenda.ts';
export * from './check-in.ts';
export {
  clockOf,
  isForgotten,
  type SessionClock,
} from './clock.ts';
export * from './contract.ts';
export { inspirationOf } from './inspiration-commands.ts';
export * from './members-only.ts';
export * from './mood-scales.ts';
export * from './notes.ts';
export * from './part.ts';
export * from './parts.ts';
export * from './recent-successes.ts';
export * from './records.ts';
export * from './refusals.ts';
export * from './standard-board.ts';
export * from './state.ts';
export * from './summary-facts.ts';
