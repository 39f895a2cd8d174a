import { categoryColumn, type NumberColumn, numberColumn, type Table, table } from '../table.ts';

/** Scores that differ per seed and are the same for one seed (Park & Miller 1988; sums of twelve for a normal shape). */
export function normals(seed: number, count: number): number[] {
  let state = (Math.abs(seed) % 2147483646) + 1;
  const uniform = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return Array.from({ length: count }, () => Array.from({ length: 12 }, uniform).reduce((a, b) => a + b, -6));
}

/** Cases × levels with something of the case in every level, in groups of the sizes given. */
export function madeWide(seed: number, sizes: readonly number[], levels: number): Table {
  const groups = sizes.flatMap((size, g) => new Array<string>(size).fill(`g${g + 1}`));
  const own = normals(seed, groups.length);
  const noise = normals(seed + 7919, groups.length * levels);
  const columns = Array.from({ length: levels }, (_, level): [string, NumberColumn] => [
    `y${level + 1}`,
    numberColumn(own.map((value, i) => value + level / 3 + noise[i * levels + level])),
  ]);
  return table({ group: categoryColumn(groups), ...Object.fromEntries(columns) });
}

export const levelNames = (levels: number): string[] =>
  Array.from({ length: levels }, (_, level) => `y${level + 1}`);
