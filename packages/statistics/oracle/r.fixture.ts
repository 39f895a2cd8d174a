import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Step = string | number;

/** R's figures that a folder's own `fixtures/make.R` wrote to `fixtures/r.json`. */
export interface RFigures {
  /** Whatever stands at a path; undefined where there is nothing. */
  at(...path: readonly Step[]): unknown;
  number(...path: readonly Step[]): number;
  numbers(...path: readonly Step[]): readonly number[];
}

/** @param folder `import.meta.dirname` of the folder that has `fixtures/r.json`. */
export function rFigures(folder: string): RFigures {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, 'fixtures', 'r.json'), 'utf8'));
  const at = (...path: readonly Step[]): unknown => {
    let found = parsed;
    for (const step of path) {
      if (typeof found !== 'object' || found === null) return undefined;
      found = Object.entries(found).find(([key]) => key === String(step))?.[1];
    }
    return found;
  };
  const numeric = (value: unknown, path: readonly Step[]): number => {
    if (typeof value === 'number') return value;
    throw new Error(`${folder}/fixtures/r.json has no number at ${path.join('.')}`);
  };
  return {
    at,
    number: (...path) => numeric(at(...path), path),
    numbers: (...path) => {
      const found = at(...path);
      if (!Array.isArray(found))
        throw new Error(`${folder}/fixtures/r.json has no list at ${path.join('.')}`);
      return found.map((value) => numeric(value, path));
    },
  };
}
