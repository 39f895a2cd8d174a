export * from './result.ts';
export {
  type CategoryColumn,
  type Column,
  categoryColumn,
  type NumberColumn,
  numberColumn,
  type Table,
  table,
} from './table.ts';
