/**
 * What a type III test of a term asks: with every factor coded against the mean of its levels, whether the term's own
 * coefficients are zero. Each level of the other factors then counts the same, however many cases it has.
 */
import { column, type Matrix, matrix, qr, solveUpper } from '../linear-algebra.ts';
import { codeTerms, type Design } from '../model-matrix.ts';
import type { Column } from '../table.ts';

/** Per term, contrasts of the coefficients (as coded in the design), one per row. */
export function typeThreeContrasts(design: Design): readonly Matrix[] {
  const { formula, assign } = design;
  if (formula.terms.length === 1) return [onlyTerm(design)];
  const recoding = sumFromTreatment(design);
  const p = assign.length;
  return formula.terms.map((_, place) => {
    const own = [...assign.keys()].filter((j) => assign[j] === place + 1);
    const rows = (j: number): Float64Array => Float64Array.from(own, (from) => recoding.values[from + j * p]);
    // The hypothesis can be written in many ways, and the degrees of freedom of a joint test hang a little on which.
    // As lmerTest, each row is about one of the term's own coefficients.
    const square = matrix(own.length, own.length);
    for (const [i, j] of own.entries()) square.values.set(rows(j), i * own.length);
    const { r, turn } = qr(square);
    const contrasts = matrix(own.length, p);
    for (let j = 0; j < p; j++) {
      contrasts.values.set(solveUpper(r, turn(rows(j))), j * own.length);
    }
    return contrasts;
  });
}

/**
 * Of one term all types ask the same. Its rows are then those of type I, as in lmerTest: each coefficient after the
 * part that later ones share with it, the rows of R in X = QR, made 1 on the diagonal.
 */
function onlyTerm({ x, assign }: Design): Matrix {
  const { r } = qr(x);
  const own = [...assign.keys()].filter((j) => assign[j] === 1);
  const contrasts = matrix(own.length, x.columns);
  for (const [row, i] of own.entries()) {
    for (let j = i; j < x.columns; j++) {
      contrasts.values[row + j * own.length] = r.values[i + j * r.rows] / r.values[i + i * r.rows];
    }
  }
  return contrasts;
}

/**
 * B with b(sum) = B·b(treatment). Both codings span the same columns, so any rows in which all combinations occur will
 * do; a few made-up ones are exact and fast, however large the data are.
 */
function sumFromTreatment({ formula, variables }: Design): Matrix {
  const { grid, rows } = madeUpRows(variables, formula.terms.length + 1);
  const sum = codeTerms(formula, grid, rows, 'sum').x;
  const treatment = codeTerms(formula, grid, rows, 'treatment').x;
  const { r, turn } = qr(sum);
  const p = sum.columns;
  const recoding = matrix(p, p);
  for (let j = 0; j < p; j++) {
    recoding.values.set(solveUpper(r, turn(column(treatment, j))), j * p);
  }
  return recoding;
}

/** Every combination of levels, `times` over, with numbers that have nothing to do with each other. */
function madeUpRows(
  variables: ReadonlyMap<string, Column>,
  times: number,
): { readonly grid: ReadonlyMap<string, Column>; readonly rows: number } {
  const combinations = [...variables.values()].reduce(
    (product, values) => product * (values.kind === 'category' ? values.levels.length : 1),
    1,
  );
  const rows = combinations * times;
  let stride = 1;
  let number = 0;
  const grid = new Map<string, Column>();
  for (const [name, values] of variables) {
    if (values.kind === 'number') {
      number++;
      const step = Math.sqrt(number + 1.5);
      const made = Float64Array.from({ length: rows }, (_, i) => 2 * (((i + 1) * step) % 1) - 1);
      grid.set(name, { kind: 'number', values: made });
      continue;
    }
    const { levels } = values;
    const block = stride;
    const codes = Int32Array.from({ length: rows }, (_, i) => Math.floor(i / block) % levels.length);
    grid.set(name, { kind: 'category', levels, codes });
    stride *= levels.length;
  }
  return { grid, rows };
}
