import { type Rating, ratingsOf } from '../../agreement/index.ts';
import { columnOf, type Table } from '../../table.ts';
import { expandColumns } from '../columns.ts';
import { badOption, type Given, type Option } from '../options.ts';

export const RATERS: Option = {
  kind: 'list',
  value: 'a,b',
  help: 'a column per observer or coder',
  required: true,
};

export const ratersOf = (data: Table, given: Given): readonly Rating[][] =>
  expandColumns(data, given.list('raters')).map((name) => ratingsOf(columnOf(data, name)));

/** @throws StatisticsError `bad-option` unless there are two. */
export function twoRaters(data: Table, given: Given): readonly [Rating[], Rating[]] {
  const [first, second, more] = ratersOf(data, given);
  if (second !== undefined && more === undefined) return [first, second];
  throw badOption({
    nl: '--raters zijn hier twee kolommen: a,b. Voor meer is er krippendorff.',
    en: '--raters is two columns here: a,b. For more there is krippendorff.',
  });
}
