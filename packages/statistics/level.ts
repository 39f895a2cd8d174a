import { StatisticsError } from './result.ts';

/**
 * The level of an interval.
 *
 * @throws StatisticsError `bad-level`
 */
export function levelOf({ level = 0.95 }: { readonly level?: number }): number {
  if (level > 0 && level < 1) return level;
  throw new StatisticsError('bad-level', {
    nl: `De zekerheid van een interval ligt tussen 0 en 1, zoals 0,95; gegeven is ${level}.`,
    en: `The level of an interval lies between 0 and 1, like 0.95; given is ${level}.`,
  });
}
