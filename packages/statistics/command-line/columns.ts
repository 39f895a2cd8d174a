import { StatisticsError } from '../result.ts';
import { columnOf, type Table } from '../table.ts';

/**
 * Names of columns from a list of names, ranges in the order of the file (`e1:e4`) and patterns (`d1_*`).
 *
 * @throws StatisticsError `unknown-column`.
 */
export function expandColumns(data: Table, given: readonly string[]): readonly string[] {
  const names = [...data.columns.keys()];
  return given.flatMap((item) => {
    // A name may hold any sign, so it goes before what the sign could mean.
    if (data.columns.has(item)) return [item];
    if (item.includes('*')) return matching(names, item);
    const [from, to, more] = item.split(':');
    if (to === undefined || more !== undefined) {
      columnOf(data, item);
      return [item];
    }
    columnOf(data, from);
    columnOf(data, to);
    return names.slice(names.indexOf(from), names.indexOf(to) + 1);
  });
}

function matching(names: readonly string[], pattern: string): readonly string[] {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const found = names.filter((name) => new RegExp(`^${parts.join('.*')}$`).test(name));
  if (found.length > 0) return found;
  throw new StatisticsError('unknown-column', {
    nl: `Geen kolom past bij ${pattern}. De kolommen zijn: ${names.join(', ')}.`,
    en: `No column fits ${pattern}. The columns are: ${names.join(', ')}.`,
  });
}
