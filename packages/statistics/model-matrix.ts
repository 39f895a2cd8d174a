/**
 * From a formula and a table to numbers: the outcome, and the columns of the fixed part coded and named as R does
 * (Chambers & Hastie 1992, Statistical Models in S, section 2.4.1).
 */
import { columnNames, type Expression } from './expression.ts';
import type { Formula, Term, Variable } from './formula.ts';
import { cholesky, column, type Matrix, matrix, qr, solveUpper } from './linear-algebra.ts';
import { type Dropped, StatisticsError } from './result.ts';
import { mean } from './sums.ts';
import { type CategoryColumn, type Column, categoriesOf, columnOf, numbersOf, type Table } from './table.ts';

/** `treatment`: every level against the first. `sum`: every level against the mean of the levels. */
export type Coding = 'treatment' | 'sum';

export interface DesignOptions {
  readonly coding?: Coding;
  /** Other columns in which a used row must have a value; so that models are fitted to the same rows. */
  readonly complete?: readonly string[];
}

/** Coded columns; column j is called `names[j]`. */
export interface ModelMatrix {
  readonly x: Matrix;
  /** As R prints them: `(Intercept)`, `sectorvo`, `time:sectorvo`. */
  readonly names: readonly string[];
  /** Per column its term: 0 is the intercept, 1 the first of the formula's terms. */
  readonly assign: readonly number[];
}

export interface Design extends ModelMatrix {
  readonly formula: Formula;
  readonly outcome: Float64Array;
  /** Per variable of the terms its values in the used rows, without levels that do not occur in them. */
  readonly variables: ReadonlyMap<string, Column>;
  /** Places of the used rows in the table. */
  readonly rows: Int32Array;
  readonly dropped: readonly Dropped[];
}

/**
 * Rows that lack a value in any column of the formula (groups too) are left out.
 *
 * @throws StatisticsError `unknown-column`; `not-numeric` and `constant-outcome` (the outcome); `one-level` (a column
 *   of words with one value left); `not-finite` (log of 0, a division by 0); `too-few-cases` (no more rows than
 *   coefficients); `singular-design` (columns that are a combination of others, named).
 */
export function designOf(data: Table, formula: Formula, options: DesignOptions = {}): Design {
  const variables = new Map<string, Column>();
  for (const variable of [formula.outcome, ...variablesOf(formula.terms)]) {
    variables.set(variable.name, evaluate(variable, data));
  }
  const { rows, dropped } = usableRows(data, formula, variables, options.complete ?? []);
  const outcome = takeNumbers(evaluateNumbers(formula.outcome.expression, data), rows);
  refuseOutcome(formula.outcome.name, outcome);
  const used = new Map<string, Column>();
  for (const variable of variablesOf(formula.terms)) {
    const values = variables.get(variable.name);
    if (values) used.set(variable.name, usedPart(variable.name, values, rows));
  }
  const coded = codeTerms(formula, used, rows.length, options.coding ?? 'treatment');
  if (rows.length <= coded.names.length) {
    throw new StatisticsError('too-few-cases', {
      nl: `Er zijn ${rows.length} rijen met alle waarden, en het model heeft ${coded.names.length} coëfficiënten. Gebruik meer rijen of minder termen.`,
      en: `There are ${rows.length} rows with all values, and the model has ${coded.names.length} coefficients. Use more rows or fewer terms.`,
    });
  }
  refuseDependent(coded, formula.intercept);
  return { ...coded, formula, outcome, variables: used, rows, dropped };
}

/**
 * Codes the terms of a formula. A factor of a term is coded by contrasts when the term without it is within an earlier
 * term (or is the intercept), and by one column per level otherwise.
 *
 * @param variables per variable its values, `rows` of them.
 */
export function codeTerms(
  formula: Pick<Formula, 'terms' | 'intercept'>,
  variables: ReadonlyMap<string, Column>,
  rows: number,
  coding: Coding,
): ModelMatrix {
  const names: string[] = formula.intercept ? ['(Intercept)'] : [];
  const assign: number[] = formula.intercept ? [0] : [];
  const columns: Float64Array[] = formula.intercept ? [new Float64Array(rows).fill(1)] : [];
  let fullNeeded = !formula.intercept;
  for (const [place, term] of formula.terms.entries()) {
    let pieces: Piece[] = [{ name: '', values: undefined }];
    for (const variable of term.variables) {
      const values = variables.get(variable.name);
      if (!values) continue;
      let full = !isMargin(term, variable, formula.terms.slice(0, place));
      if (fullNeeded && values.kind === 'category') {
        full = true;
        fullNeeded = false;
      }
      pieces = combine(pieces, codeVariable(variable.name, values, full, coding));
    }
    for (const { name, values } of pieces) {
      names.push(name);
      assign.push(place + 1);
      columns.push(values ?? new Float64Array(rows).fill(1));
    }
  }
  const x = matrix(rows, columns.length);
  for (const [j, values] of columns.entries()) x.values.set(values, j * rows);
  return { x, names, assign };
}

/** One column in the making; without values it is all ones. */
interface Piece {
  readonly name: string;
  readonly values: Float64Array | undefined;
}

function isMargin(term: Term, variable: Variable, earlier: readonly Term[]): boolean {
  const rest = term.variables.filter((other) => other !== variable);
  if (rest.length === 0) return true;
  return earlier.some(({ variables }) =>
    rest.every(({ name }) => variables.some((other) => other.name === name)),
  );
}

function codeVariable(name: string, values: Column, full: boolean, coding: Coding): readonly Piece[] {
  if (values.kind === 'number') return [{ name, values: values.values }];
  const { levels, codes } = values;
  const indicator = (level: number): Float64Array => {
    const values = new Float64Array(codes.length);
    for (let i = 0; i < codes.length; i++) values[i] = codes[i] === level ? 1 : 0;
    return values;
  };
  if (full) return levels.map((level, place) => ({ name: name + level, values: indicator(place) }));
  if (coding === 'treatment') {
    return levels.slice(1).map((level, place) => ({ name: name + level, values: indicator(place + 1) }));
  }
  const last = levels.length - 1;
  return levels.slice(1).map((_, place) => ({
    name: `${name}${place + 1}`,
    values: Float64Array.from(codes, (code) => (code === last ? -1 : +(code === place))),
  }));
}

/** Every piece of one with every piece of the other; the first runs fastest, as in R. */
function combine(left: readonly Piece[], right: readonly Piece[]): Piece[] {
  return right.flatMap((b) =>
    left.map((a) => ({
      name: a.name === '' ? b.name : `${a.name}:${b.name}`,
      values: a.values && b.values ? times(a.values, b.values) : (a.values ?? b.values),
    })),
  );
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  const product = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) product[i] = a[i] * b[i];
  return product;
}

const variablesOf = (terms: readonly Term[]): readonly Variable[] => [
  ...new Map(terms.flatMap((term) => term.variables.map((variable) => [variable.name, variable]))).values(),
];

function evaluate({ expression }: Variable, data: Table): Column {
  if (expression.kind === 'column') return columnOf(data, expression.name);
  if (expression.kind === 'call' && expression.name === 'factor') {
    const [name] = columnNames(expression);
    return categoriesOf(data, name);
  }
  return { kind: 'number', values: evaluateNumbers(expression, data) };
}

/**
 * An expression in every row of the table; NaN where a value is missing.
 * @throws StatisticsError `unknown-column`, `not-numeric`.
 */
export function evaluateNumbers(expression: Expression, data: Table): Float64Array {
  switch (expression.kind) {
    case 'column':
      return numbersOf(data, expression.name);
    case 'number':
      return new Float64Array(data.rows).fill(expression.value);
    case 'call': {
      if (expression.name === 'factor') {
        throw new StatisticsError('not-numeric', {
          nl: 'Met factor( ) kan niet gerekend worden; een uitkomst moet een getal zijn.',
          en: 'factor( ) cannot be part of arithmetic; an outcome must be a number.',
        });
      }
      const argument = evaluateNumbers(expression.argument, data);
      return expression.name === 'I' ? argument : argument.map(Math[expression.name]);
    }
    case 'negative':
      return evaluateNumbers(expression.of, data).map((value) => -value);
    case 'parentheses':
      return evaluateNumbers(expression.of, data);
    default: {
      const left = evaluateNumbers(expression.left, data);
      const right = evaluateNumbers(expression.right, data);
      const compute = arithmetic[expression.operator];
      return left.map((value, row) => compute(value, right[row]));
    }
  }
}

const arithmetic = {
  '+': (a: number, b: number): number => a + b,
  '-': (a: number, b: number): number => a - b,
  '*': (a: number, b: number): number => a * b,
  '/': (a: number, b: number): number => a / b,
  '^': (a: number, b: number): number => a ** b,
};

function usableRows(
  data: Table,
  formula: Formula,
  variables: ReadonlyMap<string, Column>,
  alsoComplete: readonly string[],
): Pick<Design, 'rows' | 'dropped'> {
  const own = [formula.outcome, ...variablesOf(formula.terms)];
  const slopes = formula.random.flatMap((random) => variablesOf(random.slopes));
  const names = new Set([
    ...[...own, ...slopes].flatMap((variable) => columnNames(variable.expression)),
    ...formula.random.flatMap((random) => random.columns),
    ...alsoComplete,
  ]);
  const lacking: string[] = [];
  const out = new Uint8Array(data.rows);
  const leaveOut = (name: string, values: Column, known: Uint8Array): void => {
    let count = 0;
    const numbers = values.kind === 'number' ? values.values : undefined;
    const codes = values.kind === 'category' ? values.codes : undefined;
    for (let row = 0; row < data.rows; row++) {
      const missing = numbers ? Number.isNaN(numbers[row]) : codes && codes[row] < 0;
      if (!missing || known[row] === 1) continue;
      count++;
      out[row] = 1;
    }
    if (count > 0) lacking.push(`${name} (${count})`);
  };
  const nothing = new Uint8Array(data.rows);
  for (const name of names) leaveOut(name, columnOf(data, name), nothing);
  // What is left is missing by its own arithmetic: the logarithm of a negative number.
  const missing = out.slice();
  for (const [name, values] of variables) leaveOut(name, values, missing);
  let count = 0;
  for (const left of out) count += left;
  const rows = new Int32Array(data.rows - count);
  let next = 0;
  for (let row = 0; row < data.rows; row++) {
    if (out[row] === 0) rows[next++] = row;
  }
  if (rows.length === 0) {
    throw new StatisticsError('too-few-cases', {
      nl: `Geen enkele rij heeft alle waarden. Zonder waarde: ${lacking.join(', ')}.`,
      en: `No row has all values. Without a value: ${lacking.join(', ')}.`,
    });
  }
  const list = lacking.join(', ');
  const dropped =
    count === 0 ? [] : [{ count, why: { nl: `zonder waarde: ${list}`, en: `without a value: ${list}` } }];
  return { rows, dropped };
}

/** The values at some places. */
export function takeNumbers(values: Float64Array, rows: Int32Array): Float64Array {
  const taken = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = values[rows[i]];
  return taken;
}

function refuseOutcome(name: string, values: Float64Array): void {
  refuseInfinite(name, values);
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
  }
  if (largest - smallest > 1e-14 * Math.max(Math.abs(smallest), Math.abs(largest))) return;
  throw new StatisticsError('constant-outcome', {
    nl: `De uitkomst ${name} is in alle ${values.length} rijen ${values[0]}. Er is geen verschil om te verklaren.`,
    en: `The outcome ${name} is ${values[0]} in all ${values.length} rows. There is no difference to explain.`,
  });
}

function refuseInfinite(name: string, values: Float64Array): void {
  const infinite = values.find((value) => !Number.isFinite(value));
  if (infinite === undefined) return;
  throw new StatisticsError('not-finite', {
    nl: `${name} is in een rij oneindig groot (de logaritme van 0, of een deling door 0). Laat die rij weg of kies een andere bewerking.`,
    en: `${name} is infinite in a row (the logarithm of 0, or a division by 0). Leave that row out or choose another operation.`,
  });
}

function usedPart(name: string, values: Column, rows: Int32Array): Column {
  if (values.kind === 'category') return usedLevels(name, values, rows);
  const numbers = takeNumbers(values.values, rows);
  refuseInfinite(name, numbers);
  return { kind: 'number', values: numbers };
}

function usedLevels(name: string, { levels, codes }: CategoryColumn, rows: Int32Array): CategoryColumn {
  const taken = rows.map((row) => codes[row]);
  const occurring = new Set(taken);
  const kept = levels.filter((_, place) => occurring.has(place));
  if (kept.length < 2) {
    throw new StatisticsError('one-level', {
      nl: `De kolom ${name} heeft in de gebruikte rijen maar één waarde (${kept[0]}). Haal haar uit de formule.`,
      en: `Column ${name} has only one value (${kept[0]}) in the rows that are used. Take it out of the formula.`,
    });
  }
  const places = Int32Array.from(levels, (level) => kept.indexOf(level));
  return { kind: 'category', levels: kept, codes: taken.map((code) => places[code]) };
}

/** How far from the others a column must be, as a share of its own length: R's lm uses the same. */
const TOLERANCE = 1e-7;

/**
 * Columns are centred first where there is an intercept, so that years (2016, 2017, …) are not taken for a constant.
 */
function refuseDependent({ x, names }: ModelMatrix, intercept: boolean): void {
  const first = intercept ? 1 : 0;
  const scaled = matrix(x.rows, x.columns - first);
  for (let j = first; j < x.columns; j++) {
    const own = column(x, j);
    const centre = intercept ? mean(own) : 0;
    let length = 0;
    let largest = 0;
    for (let i = 0; i < own.length; i++) {
      length += (own[i] - centre) ** 2;
      largest = Math.max(largest, Math.abs(own[i]));
    }
    const norm = Math.sqrt(length);
    // A constant column keeps zeros, and is then found to add nothing.
    if (norm <= 1e-12 * largest * Math.sqrt(x.rows)) continue;
    const target = column(scaled, j - first);
    for (let i = 0; i < own.length; i++) target[i] = (own[i] - centre) / norm;
  }
  // Columns that are clearly independent are found so in a tenth of the time.
  if (cholesky(crossProduct(scaled), 1e-6)) return;
  const { independent, dependent, r, turn } = qr(scaled, TOLERANCE);
  if (dependent.length === 0) return;
  const reasons = dependent.map((place) => {
    const weights = solveUpper(r, turn(column(scaled, place)));
    const of = independent.filter((_, i) => Math.abs(weights[i]) > 1e-6 && independent[i] < place);
    return { name: names[place + first], of: of.map((i) => names[i + first]) };
  });
  const say = (constant: string, made: string): string =>
    reasons
      .map(({ name, of }) => (of.length === 0 ? `${name} ${constant}` : `${name} ${made} ${of.join(', ')}`))
      .join('; ');
  throw new StatisticsError('singular-design', {
    nl: `Sommige termen voegen niets toe: ${say('is overal gelijk', 'volgt uit')}. Haal ze uit de formule, of voeg waarden samen die samen niet voorkomen.`,
    en: `Some terms add nothing: ${say('is the same everywhere', 'follows from')}. Take them out of the formula, or merge values that do not occur together.`,
  });
}

/** The lower half of A'A. */
function crossProduct(a: Matrix): Matrix {
  const product = matrix(a.columns, a.columns);
  for (let j = 0; j < a.columns; j++) {
    const right = column(a, j);
    for (let i = j; i < a.columns; i++) {
      const left = column(a, i);
      let total = 0;
      for (let row = 0; row < a.rows; row++) total += left[row] * right[row];
      product.values[i + j * a.columns] = total;
    }
  }
  return product;
}
