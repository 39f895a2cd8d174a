export { boardAfter, oneCheckIn, teamBoard } from './two-years.ts';
