/** The results of multilevel models in plain words. */
import type { Language } from '../result.ts';
import { between, chance, count, DIFFERENCE, percent, say, sayP } from '../words.ts';
import type { LikelihoodRatioTest, VarianceReduction } from './compare-models.ts';
import type { GroupEffects } from './effects.ts';
import type { FixedEffect, MultilevelModel } from './model.ts';

/** What goes with what, how much, how sure; and at which level people differ. */
export function explainMultilevel(model: MultilevelModel, language: Language): string {
  const about = model.fixed
    .filter((row) => row.term !== '(Intercept)')
    .map((row) => readTerm(model, row, language));
  return [
    introduction(model, language),
    ...about,
    readShares(model, language),
    ...(about.length > 0 ? [causes[language]] : []),
    ...model.warnings.filter(({ code }) => ALWAYS_SAID.has(code)).map(({ text }) => text[language]),
  ].join(' ');
}

const ALWAYS_SAID = new Set(['few-groups', 'singular']);

const causes = {
  nl: 'Dit zijn verbanden; wat de oorzaak is, zegt het model niet.',
  en: 'These are associations; the model does not say what causes what.',
};

function introduction({ outcome, nobs, groups }: MultilevelModel, language: Language): string {
  const list = Object.entries(groups).map(([group, size]) => `${count(size, language)} × ${group}`);
  const joined = list.join(language === 'nl' ? ' en ' : ' and ');
  return language === 'nl'
    ? `Het model gaat over ${outcome} in ${count(nobs, 'nl')} metingen (${joined}).`
    : `The model is about ${outcome} in ${count(nobs, 'en')} measurements (${joined}).`;
}

/** One variable within a coefficient: a number, or one level of a factor. */
interface Reading {
  readonly name: string;
  readonly level: string | undefined;
  readonly reference: string;
}

function readTerm(model: MultilevelModel, row: FixedEffect, language: Language): string {
  const parts = partsOf(model, row.term);
  const tail = sureness(row, language);
  const more = row.estimate >= 0;
  const size = say(Math.abs(row.estimate), language, decimalsOf(row));
  const [first, second] = parts;
  const nl = language === 'nl';
  const where = parts.length === 1 ? reference(model, first, language) : '';
  if (parts.length === 1 && first.level === undefined) {
    return nl
      ? `Met elke stap van 1 in ${first.name} ligt ${model.outcome} gemiddeld ${size} ${more ? 'hoger' : 'lager'}${where} ${tail}`
      : `With each step of 1 in ${first.name}, ${model.outcome} is on average ${size} ${more ? 'higher' : 'lower'}${where} ${tail}`;
  }
  if (parts.length === 1) {
    return nl
      ? `Bij ${first.name} ${first.level} ligt ${model.outcome} gemiddeld ${size} ${more ? 'hoger' : 'lager'} dan bij ${first.reference}${where} ${tail}`
      : `For ${first.name} ${first.level}, ${model.outcome} is on average ${size} ${more ? 'higher' : 'lower'} than for ${first.reference}${where} ${tail}`;
  }
  const [step, among] =
    second.level === undefined && first.level !== undefined ? [second, first] : [first, second];
  if (parts.length === 2 && step.level === undefined && among.level !== undefined) {
    return nl
      ? `Het verschil per stap van ${step.name} ligt bij ${among.name} ${among.level} ${size} ${more ? 'hoger' : 'lager'} dan bij ${among.reference} ${tail}`
      : `The difference per step of ${step.name} is ${size} ${more ? 'higher' : 'lower'} for ${among.name} ${among.level} than for ${among.reference} ${tail}`;
  }
  return nl
    ? `Samen geven ${row.term} nog ${size} ${more ? 'meer' : 'minder'} dan de losse delen bij elkaar ${tail}`
    : `Together, ${row.term} give another ${size} ${more ? 'more' : 'less'} than the parts added up ${tail}`;
}

function partsOf({ factors, anova }: MultilevelModel, coefficient: string): readonly Reading[] {
  const own = (name: string): readonly (Reading & { readonly printed: string })[] => {
    const levels = factors[name];
    if (!levels) return [{ name, level: undefined, reference: '', printed: name }];
    return levels.map((level) => ({ name, level, reference: levels[0], printed: name + level }));
  };
  for (const { term } of anova) {
    const names = variablesIn(term);
    let found: readonly { readonly printed: string; readonly parts: readonly Reading[] }[] = [
      { printed: '', parts: [] },
    ];
    for (const name of names) {
      found = found.flatMap(({ printed, parts }) =>
        own(name).map((part) => ({
          printed: printed === '' ? part.printed : `${printed}:${part.printed}`,
          parts: [...parts, part],
        })),
      );
    }
    const match = found.find(({ printed }) => printed === coefficient);
    if (match) return match.parts;
  }
  return [{ name: coefficient, level: undefined, reference: '' }];
}

/** Splits `time:sector`; a name between backquotes may hold a colon. */
const variablesIn = (term: string): readonly string[] => term.match(/(?:`[^`]*`|[^:`])+/g) ?? [term];

/** A term that is also in an interaction speaks of the others at their reference, or at 0. */
function reference(model: MultilevelModel, { name }: Reading, language: Language): string {
  const others = new Set(
    model.anova
      .map(({ term }) => variablesIn(term))
      .filter((names) => names.length > 1 && names.includes(name))
      .flat(),
  );
  others.delete(name);
  if (others.size === 0) return '';
  const list = [...others].map((other) => `${other} ${model.factors[other]?.[0] ?? '= 0'}`).join(', ');
  return language === 'nl' ? ` bij ${list}` : ` at ${list}`;
}

function sureness({ p, ci, ...row }: FixedEffect, language: Language): string {
  const interval = between(ci, language, decimalsOf(row));
  const maybe = language === 'nl' ? '; dit kan toeval zijn' : '; this may be chance';
  return `(${interval}; ${sayP(p, language)}${p < 0.05 ? '' : maybe}).`;
}

/** So many that the first digit that is sure can be seen. */
const decimalsOf = ({ se }: Pick<FixedEffect, 'se'>): number =>
  Math.min(6, Math.max(2, -Math.floor(Math.log10(se))));

function readShares({ shares, anova, outcome }: MultilevelModel, language: Language): string {
  const between = shares.filter(({ group }) => group !== 'residual');
  const rest = shares.find(({ group }) => group === 'residual')?.share ?? 0;
  const list = between.map(({ group, share }) =>
    language === 'nl'
      ? `${percent(share, 'nl')} op het niveau ${group}`
      : `${percent(share, 'en')} lies at the level of ${group}`,
  );
  const nothing = anova.length === 0;
  if (language === 'nl') {
    const of = nothing ? `Van de verschillen in ${outcome}` : 'Van de verschillen die dan overblijven';
    return `${of} ligt ${list.join(', ')}, en ${percent(rest, 'nl')} tussen metingen daarbinnen.`;
  }
  const of = nothing ? `Of the differences in ${outcome}` : 'Of the differences that remain';
  return `${of}, ${list.join(', ')}, and ${percent(rest, 'en')} between measurements within them.`;
}

export function explainLikelihoodRatio(test: LikelihoodRatioTest, language: Language): string {
  const { chiSquare, df, p, larger, smaller, warnings } = test;
  const statistic = `χ²(${count(df, language)}) = ${say(chiSquare, language)}`;
  const better = p < 0.05;
  const first =
    language === 'nl'
      ? `Het model “${larger.formula}” past ${better ? 'beter' : 'niet duidelijk beter'} bij de gegevens dan “${smaller.formula}” (${statistic}).`
      : `The model “${larger.formula}” fits the data ${better ? 'better' : 'not clearly better'} than “${smaller.formula}” (${statistic}).`;
  const odds = chance(p, DIFFERENCE, language);
  return [first, odds, ...warnings.map(({ text }) => text[language])].join(' ');
}

/** Which groups stand out, and how careful to be about it. */
export function explainGroupEffects(effects: GroupEffects, language: Language): string {
  const { group, term, labels, estimate, ci } = effects;
  const above = ci.filter(([low]) => low > 0).length;
  const below = ci.filter(([, high]) => high < 0).length;
  const highest = estimate.indexOf(estimate.reduce((a, b) => Math.max(a, b)));
  const lowest = estimate.indexOf(estimate.reduce((a, b) => Math.min(a, b)));
  const one = (place: number): string =>
    `${labels[place]}: ${say(estimate[place], language)}, ${between(ci[place], language)}`;
  const total = count(labels.length, language);
  const slope = term === '(Intercept)' ? '' : term;
  if (language === 'nl') {
    return [
      `Van ${total} groepen (${group}) liggen er ${above} boven en ${below} onder wat het model gemiddeld verwacht${slope && ` voor de helling van ${slope}`}, zo ver dat hun interval 0 niet bevat.`,
      `De hoogste is ${one(highest)}; de laagste is ${one(lowest)}.`,
      'De schattingen zijn naar het gemiddelde getrokken, meer naarmate een groep minder metingen heeft; bij veel groepen valt er altijd een aantal toevallig op. Gebruik dit niet als ranglijst.',
    ].join(' ');
  }
  return [
    `Of ${total} groups (${group}), ${above} lie above and ${below} below what the model expects on average${slope && ` for the slope of ${slope}`}, so far that their interval does not contain 0.`,
    `The highest is ${one(highest)}; the lowest is ${one(lowest)}.`,
    'The estimates are drawn towards the average, more so the fewer measurements a group has; among many groups some always stand out by chance. Do not use this as a league table.',
  ].join(' ');
}

export function explainVarianceReduction({ total, levels }: VarianceReduction, language: Language): string {
  const list = levels.flatMap(({ group, reduction }) =>
    reduction === null
      ? []
      : [`${group === 'residual' ? within[language] : group} ${percent(reduction, language)}`],
  );
  return language === 'nl'
    ? `Vergeleken met het eenvoudiger model is ${percent(total, 'nl')} van de onverklaarde verschillen verklaard; per niveau: ${list.join(', ')}. Een negatief getal betekent dat een niveau meer verschil laat zien nu de rest beter is beschreven.`
    : `Compared with the simpler model, ${percent(total, 'en')} of the unexplained differences is explained; per level: ${list.join(', ')}. A negative number means that a level shows more difference now that the rest is described better.`;
}

const within = { nl: 'daarbinnen', en: 'within' };
