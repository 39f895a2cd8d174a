import type { Item, ItemOptions } from '../../scales/index.ts';
import { numbersOf, type Table } from '../../table.ts';
import { expandColumns } from '../columns.ts';
import { LABELS } from '../labels.ts';
import { type Given, LEVEL, type Options, twoNumbers } from '../options.ts';
import type { Printer, TableColumn } from '../print.ts';

/** What a scale is made of, for every analysis of scales. */
export const ITEM_OPTIONS = {
  items: {
    kind: 'list',
    value: 'a,b,c',
    help: 'the questions of the scale: columns, ranges (e1:e4), patterns (d1_*)',
    required: true,
  },
  reversed: { kind: 'list', value: 'a,b', help: 'questions that ask the opposite; needs --range' },
  range: { kind: 'list', value: '1,5', help: 'lowest and highest possible answer' },
  ...LEVEL,
} as const satisfies Options;

export const itemsOf = (data: Table, given: Given): readonly Item[] =>
  expandColumns(data, given.list('items')).map((name) => ({ name, values: numbersOf(data, name) }));

export function itemOptionsOf(data: Table, given: Given): ItemOptions {
  const range = twoNumbers('range', given);
  return { reversed: expandColumns(data, given.list('reversed')), ...(range ? { range } : {}) };
}

/** An item that counts the other way round has a minus behind it. */
export const itemColumn = (to: Printer): TableColumn<{ readonly item: string; readonly reversed: boolean }> =>
  to.words(LABELS.item, ({ item, reversed }) => (reversed ? `${item} (-)` : item));
