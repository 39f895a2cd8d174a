import { type Dropped, StatisticsError } from '../result.ts';
import { type CategoryColumn, categoriesOf, numbersOf, type Table } from '../table.ts';

/** A column per level of the within factor, a row per case. */
export interface WideLayout {
  readonly within: readonly string[];
}

/** A row per case and level: the columns of who, of the level, and of the score. */
export interface LongLayout {
  readonly id: string;
  readonly within: string;
  readonly outcome: string;
}

export type Layout = WideLayout | LongLayout;

/** Scores of cases on the levels of one within factor. */
export interface Measures {
  readonly levels: readonly string[];
  /** Per level its scores; only those at `rows` are all there. */
  readonly scores: readonly Float64Array[];
  readonly between: readonly { readonly name: string; readonly column: CategoryColumn }[];
  /** Places of the cases without a missing score or group. */
  readonly rows: readonly number[];
  readonly dropped: readonly Dropped[];
}

/**
 * @throws StatisticsError `unknown-column`, `not-numeric`, `one-level`, `repeated-column`; of long data also
 *   `duplicate-measure` and `between-varies`.
 */
export function measuresOf(
  data: Table,
  layout: Layout,
  between: readonly string[],
  withinName: string,
): Measures {
  const columns = 'id' in layout ? [layout.id, layout.outcome, layout.within] : layout.within;
  const twice = repeated([...between, ...columns]) ?? repeated([...between, withinName]);
  if (twice !== undefined) {
    throw new StatisticsError('repeated-column', {
      nl: `De naam ${twice} wordt twee keer gebruikt. Noem elke kolom één keer.`,
      en: `The name ${twice} is used twice. Name every column once.`,
    });
  }
  const wide = 'id' in layout ? fromLong(data, layout, between) : fromWide(data, layout, between);
  if (wide.levels.length < 2) {
    throw new StatisticsError('one-level', {
      nl: 'Er is maar één meting per geval. Voor een herhaalde meting zijn er minstens twee nodig.',
      en: 'There is only one measurement per case. A repeated measure needs at least two.',
    });
  }
  const { levels, scores } = wide;
  return { levels, scores, between: wide.between, ...completeRows(wide, scores[0].length) };
}

const repeated = (names: readonly string[]): string | undefined =>
  names.find((name, place) => names.indexOf(name) !== place);

interface Wide extends Pick<Measures, 'levels' | 'scores' | 'between'> {
  /** Rows of long data that belong to no case or no level. */
  readonly loose: number;
}

const fromWide = (data: Table, { within }: WideLayout, between: readonly string[]): Wide => ({
  levels: within,
  scores: within.map((name) => numbersOf(data, name)),
  between: between.map((name) => ({ name, column: categoriesOf(data, name) })),
  loose: 0,
});

function fromLong(data: Table, { id, within, outcome }: LongLayout, between: readonly string[]): Wide {
  const cases = categoriesOf(data, id);
  const moments = categoriesOf(data, within);
  const values = numbersOf(data, outcome);
  const scores = moments.levels.map(() => new Float64Array(cases.levels.length).fill(Number.NaN));
  const seen = moments.levels.map(() => new Uint8Array(cases.levels.length));
  let loose = 0;
  for (let row = 0; row < data.rows; row++) {
    const who = cases.codes[row];
    const when = moments.codes[row];
    if (who < 0 || when < 0) {
      loose += 1;
      continue;
    }
    if (seen[when][who] === 1) {
      const [name, level] = [cases.levels[who], moments.levels[when]];
      throw new StatisticsError('duplicate-measure', {
        nl: `Geval ${name} heeft meer dan één rij voor ${level}. Houd er één over, of neem eerst het gemiddelde.`,
        en: `Case ${name} has more than one row for ${level}. Keep one, or take their mean first.`,
      });
    }
    seen[when][who] = 1;
    scores[when][who] = values[row];
  }
  return {
    levels: moments.levels,
    scores,
    between: between.map((name) => ({ name, column: perCase(name, categoriesOf(data, name), cases) })),
    loose,
  };
}

/** A column of long data as one value per case. */
function perCase(name: string, column: CategoryColumn, cases: CategoryColumn): CategoryColumn {
  const codes = new Int32Array(cases.levels.length).fill(-1);
  cases.codes.forEach((who, row) => {
    const code = column.codes[row];
    if (who < 0 || code < 0) return;
    if (codes[who] >= 0 && codes[who] !== code) {
      throw new StatisticsError('between-varies', {
        nl: `Geval ${cases.levels[who]} heeft in kolom ${name} meer dan één waarde (${column.levels[codes[who]]} en ${column.levels[code]}). Een groep moet per geval vast zijn.`,
        en: `Case ${cases.levels[who]} has more than one value in column ${name} (${column.levels[codes[who]]} and ${column.levels[code]}). A group must be the same throughout a case.`,
      });
    }
    codes[who] = code;
  });
  return { ...column, codes };
}

function completeRows({ scores, between, loose }: Wide, count: number): Pick<Measures, 'rows' | 'dropped'> {
  const rows: number[] = [];
  let incomplete = 0;
  let groupless = 0;
  for (let row = 0; row < count; row++) {
    if (between.some(({ column }) => column.codes[row] < 0)) groupless += 1;
    else if (scores.some((score) => Number.isNaN(score[row]))) incomplete += 1;
    else rows.push(row);
  }
  if (rows.length === 0) {
    throw new StatisticsError('too-few-cases', {
      nl: 'Geen enkel geval heeft alle metingen. Kies minder metingen, of vul eerst aan wat mist.',
      en: 'Not one case has all measurements. Choose fewer measurements, or fill in first what is missing.',
    });
  }
  const dropped: Dropped[] = [
    { count: incomplete, why: { nl: 'niet op elk moment een waarde', en: 'no value at every level' } },
    { count: loose, why: { nl: 'rij zonder geval of moment', en: 'row without a case or level' } },
    { count: groupless, why: { nl: 'groep ontbreekt', en: 'group is missing' } },
  ];
  return { rows, dropped: dropped.filter((one) => one.count > 0) };
}
