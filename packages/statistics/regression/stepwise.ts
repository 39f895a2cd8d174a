import { levelOf } from '../level.ts';
import { ENGINE, type Result, StatisticsError, type Warning } from '../result.ts';
import { columnOf, type Table } from '../table.ts';
import { linearRegression, type RegressionResult } from './linear.ts';

export interface Step {
  readonly action: 'enter' | 'remove';
  readonly variable: string;
  /** Of its partial t (for a category of more levels: its partial F), in the model with it. */
  readonly p: number;
  /** Of the model after this step; 0 when nothing is left in it. */
  readonly r2: number;
}

/** A case is a row that has the outcome and all candidates. */
export interface StepwiseResult extends Result {
  readonly analysis: 'stepwise';
  readonly outcome: string;
  readonly candidates: readonly string[];
  readonly enter: number;
  readonly remove: number;
  /** Of the intervals of the final model. */
  readonly level: number;
  readonly steps: readonly Step[];
  /** Null when no candidate was good enough. */
  readonly final: RegressionResult | null;
}

export interface StepwiseOptions {
  readonly outcome: string;
  readonly candidates: readonly string[];
  /** A candidate enters when its p is below this; default 0.05. */
  readonly enter?: number;
  /** A variable leaves when its p is above this; default 0.10. */
  readonly remove?: number;
  /** Of the intervals of the final model; default 0.95. */
  readonly level?: number;
}

/**
 * Stepwise regression as SPSS does it: of the candidates with p below `enter` the smallest p enters; then variables whose p
 * rose above `remove` leave, the largest p first; until nothing changes. All models are of the same rows.
 *
 * @throws StatisticsError `bad-thresholds`, `no-predictors`, and those of `linearRegression`.
 */
export function stepwiseRegression(data: Table, options: StepwiseOptions): StepwiseResult {
  const { outcome, candidates, enter = 0.05, remove = 0.1 } = options;
  const level = levelOf(options);
  refuse(data, options, enter, remove);
  const fit = (predictors: readonly string[]): RegressionResult =>
    linearRegression(data, { outcome, predictors }, { level, complete: candidates });
  const steps: Step[] = [];
  const redundant = new Set<string>();
  let inModel: readonly string[] = [];
  let final: RegressionResult | null = null;
  // A model that was there before would come back for ever.
  const seen = new Set<string>();
  while (!seen.has(keyOf(inModel))) {
    seen.add(keyOf(inModel));
    const worst = final && worstOf(final, inModel);
    if (worst && worst.p > remove) {
      inModel = inModel.filter((name) => name !== worst.variable);
      final = inModel.length > 0 ? fit(inModel) : null;
      steps.push({ action: 'remove', ...worst, r2: final?.r2 ?? 0 });
      continue;
    }
    const best = bestOf(fit, inModel, candidates, redundant);
    if (!best || best.p >= enter) break;
    inModel = [...inModel, best.variable];
    final = best.model;
    steps.push({ action: 'enter', variable: best.variable, p: best.p, r2: final.r2 });
  }
  // Any model has the same rows; with one candidate alone they are known when nothing entered.
  const { n, dropped } = final ?? fit([candidates.find((name) => !redundant.has(name)) ?? candidates[0]]);
  return {
    analysis: 'stepwise',
    method: {
      nl: `Stapsgewijze regressie: erin bij p < ${comma(enter)}, eruit bij p > ${comma(remove)} (partiële t)`,
      en: `Stepwise regression: in at p < ${enter}, out at p > ${remove} (partial t)`,
    },
    engine: ENGINE,
    n,
    dropped,
    warnings: cautions(n, candidates.length, redundant),
    outcome,
    candidates,
    enter,
    remove,
    level,
    steps,
    final,
  };
}

const keyOf = (names: readonly string[]): string => [...names].sort().join('\n');

interface Choice {
  readonly variable: string;
  readonly p: number;
}

function worstOf(model: RegressionResult, inModel: readonly string[]): Choice | undefined {
  const all = inModel.map((variable, place) => ({ variable, p: model.terms[place].p }));
  return all.reduce<Choice | undefined>((worst, one) => (worst && worst.p >= one.p ? worst : one), undefined);
}

function bestOf(
  fit: (predictors: readonly string[]) => RegressionResult,
  inModel: readonly string[],
  candidates: readonly string[],
  redundant: Set<string>,
): (Choice & { readonly model: RegressionResult }) | undefined {
  let best: (Choice & { readonly model: RegressionResult }) | undefined;
  for (const variable of candidates) {
    if (inModel.includes(variable)) continue;
    const model = unlessRedundant(() => fit([...inModel, variable]));
    if (!model) {
      redundant.add(variable);
      continue;
    }
    const { p } = model.terms[inModel.length];
    // Candidates that say the same differ by rounding only: then the one that was named first.
    if (!best || p < best.p * (1 - 1e-9)) best = { variable, p, model };
  }
  return best;
}

/** A candidate that follows from what is in the model already cannot enter; that does not stop the others. */
function unlessRedundant(fit: () => RegressionResult): RegressionResult | undefined {
  try {
    return fit();
  } catch (error) {
    if (error instanceof StatisticsError && error.code === 'singular-design') return undefined;
    throw error;
  }
}

function refuse(data: Table, { outcome, candidates }: StepwiseOptions, enter: number, remove: number): void {
  if (!(enter > 0 && enter < remove && remove <= 1)) {
    throw new StatisticsError('bad-thresholds', {
      nl: `De grens om erin te komen (${enter}) moet lager zijn dan die om eruit te gaan (${remove}), en beide tussen 0 en 1; anders komt er geen einde aan.`,
      en: `The threshold to enter (${enter}) must be below the one to leave (${remove}), both between 0 and 1; otherwise it never ends.`,
    });
  }
  for (const name of [outcome, ...candidates]) columnOf(data, name);
  if (candidates.length > 0 && !candidates.includes(outcome)) return;
  throw new StatisticsError('no-predictors', {
    nl: 'Noem minstens één kandidaat, en niet de uitkomst zelf.',
    en: 'Name at least one candidate, and not the outcome itself.',
  });
}

function cautions(n: number, candidates: number, redundant: ReadonlySet<string>): Warning[] {
  const warnings: Warning[] = [
    {
      code: 'stepwise',
      text: {
        nl: 'Wie de beste voorspellers uitzoekt en ze daarna toetst op dezelfde gegevens, krijgt te kleine p-waarden, te smalle intervallen en een te hoge R². Lees dit als verkenning; toets het op nieuwe gegevens.',
        en: 'Picking the best predictors and then testing them on the same data gives p-values that are too small, intervals that are too narrow and an R² that is too high. Read this as exploring; test it on new data.',
      },
    },
  ];
  if (n < 20 * candidates) {
    warnings.push({
      code: 'few-cases',
      text: {
        nl: `${n} gevallen zijn weinig om uit ${candidates} kandidaten te kiezen: welke erin komt hangt dan sterk van toeval af.`,
        en: `${n} cases are few to choose from ${candidates} candidates: which one enters then depends much on chance.`,
      },
    });
  }
  if (redundant.size > 0) {
    const names = [...redundant].join(', ');
    warnings.push({
      code: 'redundant-candidates',
      text: {
        nl: `Deze kandidaten volgen uit andere en konden daarom niet mee: ${names}.`,
        en: `These candidates follow from others and could not take part: ${names}.`,
      },
    });
  }
  return warnings;
}

const comma = (value: number): string => String(value).replace('.', ',');
