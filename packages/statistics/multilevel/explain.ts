/** The results of multilevel models in plain words. */
import type { Language, Text } from '../result.ts';
import {
  association,
  between,
  by,
  caution,
  chance,
  count,
  decimalsFor,
  few,
  HIGHER,
  list,
  only,
  paragraph,
  percent,
  RELATION,
  ranging,
  say,
  sayP,
} from '../words.ts';
import type { LikelihoodRatioTest, VarianceReduction } from './compare-models.ts';
import type { GroupEffects } from './effects.ts';
import type { FixedEffect, MultilevelModel } from './model.ts';

/** What goes with what, how much, how sure; what is not clear; and at which level people differ. */
export function explainMultilevel(model: MultilevelModel, language: Language): string {
  const [first, ...more] = model.fixed
    .filter((row) => row.term !== '(Intercept)')
    .map((row): Coefficient => ({ ...row, ...readingOf(model, row.term) }));
  const about = !model.fixed.some(({ term }) => term === '(Intercept)')
    ? [withoutIntercept(model, language)]
    : first === undefined
      ? [average(model, language)]
      : more.length === 0
        ? aboutOne(model, first, language)
        : aboutMore(model, [first, ...more], language);
  const clause = cautionOf(model);
  return paragraph([...about, readShares(model, language), clause ? caution(clause, language) : '']);
}

/** One variable within a coefficient: a number, or one level of a factor. */
interface Part {
  readonly name: string;
  readonly level: string | undefined;
  readonly reference: string;
}

interface Reading {
  /** Of the formula, to which the coefficient belongs. */
  readonly whole: string;
  readonly parts: readonly Part[];
}

type Coefficient = FixedEffect & Reading;

function aboutOne(model: MultilevelModel, row: Coefficient, language: Language): readonly string[] {
  const { where, than } = phrasesOf(row, language);
  const { much, range } = figuresOf(row, language);
  const rows = count(model.nobs, language);
  return [
    language === 'nl'
      ? `${capital(where)} ligt ${model.outcome} gemiddeld ${much}${than} (waarschijnlijk ${range}; ${rows} metingen).`
      : `${capital(where)}, ${model.outcome} is ${much}${than} on average (probably ${range}; ${rows} measurements).`,
    chance(row.p, RELATION, language),
  ];
}

/** Its coefficients are means and slopes, not differences from a reference. */
function withoutIntercept({ outcome, nobs }: MultilevelModel, language: Language): string {
  const rows = count(nobs, language);
  return language === 'nl'
    ? `Dit model heeft geen constante: een getal bij een groep is de hoogte van ${outcome} zelf en geen verschil; lees ze in de tabel (${rows} metingen).`
    : `This model has no intercept: a figure beside a group is the level of ${outcome} itself and no difference; read them in the table (${rows} measurements).`;
}

/** Of a model without terms. */
function average({ fixed, outcome, nobs }: MultilevelModel, language: Language): string {
  const [intercept] = fixed;
  if (intercept === undefined) return '';
  const mean = say(intercept.estimate, language);
  const range = between(intercept.ci, language);
  const rows = count(nobs, language);
  return language === 'nl'
    ? `Gemiddeld is ${outcome} ${mean} (waarschijnlijk ${range}; ${rows} metingen).`
    : `On average ${outcome} is ${mean} (probably ${range}; ${rows} measurements).`;
}

/** More would make a sentence that nobody reads to its end. */
const MOST_FIGURES = 2;

function aboutMore(
  model: MultilevelModel,
  rows: readonly Coefficient[],
  language: Language,
): readonly string[] {
  const order = [...rows].sort((a, b) => Math.abs(b.t) - Math.abs(a.t));
  const clear = order.filter(({ p }) => p < 0.05);
  const told = clear.slice(0, MOST_FIGURES);
  const { outcome, nobs } = model;
  const number = count(nobs, language);
  const open = unclear(model, rows, language);
  const nl = language === 'nl';
  if (told.length === 0) {
    const { where, than } = phrasesOf(order[0], language);
    const { much, range } = figuresOf(order[0], language);
    const p = sayP(order[0].p, language);
    return [
      nl
        ? `Of ${outcome} samenhangt met ${open}, is niet duidelijk (${number} metingen).`
        : `Whether ${outcome} goes with ${open} is not clear (${number} measurements).`,
      nl
        ? `Het sterkst is dit: ${where} ligt ${outcome} ${much}${than} (waarschijnlijk ${range}; ${p}).`
        : `Strongest is this: ${where}, ${outcome} is ${much}${than} (probably ${range}; ${p}).`,
    ];
  }
  const items = told.map((row) => {
    const { where, than } = phrasesOf(row, language);
    const { much, range } = figuresOf(row, language);
    return nl ? `${where} ${much}${than} (${range})` : `${much} ${where}${than} (${range})`;
  });
  const at = [...new Set(told.flatMap((row) => referencesOf(model, row)))];
  const counted = at.length === 0 ? '' : `${nl ? ', gerekend bij' : ', taken at'} ${list(at, language)}`;
  const also = [waysOf(clear.slice(MOST_FIGURES), language), ...mixed(model, rows, language)].filter(
    (part) => part !== '',
  );
  const rest = also.length === 0 ? '' : `${nl ? 'ook duidelijk' : 'also clear'}: ${also.join(', ')}`;
  const left =
    open &&
    (nl
      ? `of ${outcome} samenhangt met ${open}, is niet duidelijk`
      : `whether ${outcome} goes with ${open} is not clear`);
  const second = [rest, left].filter((part) => part !== '').join('; ');
  return [
    nl
      ? `Duidelijk in ${number} metingen: ${outcome} ligt ${list(items, 'nl')}${counted}.`
      : `Clear in ${number} measurements: ${outcome} is ${list(items, 'en')}${counted}.`,
    second && `${capital(second)}.`,
  ];
}

/** Where a coefficient holds, and what it is compared with: “for sector vo”, “ than for po”. */
function phrasesOf(
  { parts }: Reading,
  language: Language,
): { readonly where: string; readonly than: string } {
  const nl = language === 'nl';
  const numbers = parts.filter(({ level }) => level === undefined);
  const levels = parts.filter(({ level }) => level !== undefined);
  if (numbers.length > 1 || levels.length > 1) {
    const names = list(parts.map(nameOf), language);
    return nl
      ? { where: `voor ${names} samen`, than: ' dan de losse delen bij elkaar' }
      : { where: `for ${names} together`, than: ' than the parts added up' };
  }
  const step = numbers.map(({ name }) => `${nl ? 'per stap van 1 in' : 'per step of 1 in'} ${name}`);
  const among = levels.map((part) => `${nl ? 'bij' : 'for'} ${nameOf(part)}`);
  const than = levels.map(({ reference }) => ` ${nl ? 'dan bij' : 'than for'} ${reference}`);
  return { where: [...step, ...among].join(' '), than: than.join('') };
}

const nameOf = ({ name, level }: Part): string => (level === undefined ? name : `${name} ${level}`);

function figuresOf(
  { estimate, ci, se }: FixedEffect,
  language: Language,
): { readonly much: string; readonly range: string } {
  const decimals = decimalsFor(se);
  return {
    much: by(estimate, HIGHER, language, decimals),
    range: ranging(ci, HIGHER, language, decimals),
  };
}

/** Without their sizes: “lower for sector vo and for sector mbo, and higher with more board”. */
function waysOf(rows: readonly Coefficient[], language: Language): string {
  const [below, above] = HIGHER[language];
  const among = (way: string, some: readonly Coefficient[]): string =>
    some.length === 0
      ? ''
      : `${way} ${list(
          some.map((row) => placeOf(row, language)),
          language,
        )}`;
  const both = [
    among(
      below,
      rows.filter(({ estimate }) => estimate < 0),
    ),
    among(
      above,
      rows.filter(({ estimate }) => estimate >= 0),
    ),
  ];
  return both.filter((part) => part !== '').join(language === 'nl' ? ', en ' : ', and ');
}

/** “for sector mbo”, “with more board”, “per step of time for sector vo”. */
function placeOf({ parts }: Reading, language: Language): string {
  const nl = language === 'nl';
  const [one, other] = [...parts].sort(
    (a, b) => Number(a.level !== undefined) - Number(b.level !== undefined),
  );
  if (parts.length === 1 && one.level === undefined) return `${nl ? 'bij meer' : 'with more'} ${one.name}`;
  if (parts.length === 2 && one.level === undefined && other.level !== undefined) {
    return nl
      ? `per stap van ${one.name} bij ${nameOf(other)}`
      : `per step of ${one.name} for ${nameOf(other)}`;
  }
  return `${nl ? 'bij' : 'for'} ${combined(parts.map(nameOf), language)}`;
}

function combined(names: readonly string[], language: Language): string {
  if (names.length === 1) return names[0];
  return `${language === 'nl' ? 'de combinatie' : 'the combination'} ${names.join(' × ')}`;
}

const rowsOf = (rows: readonly Coefficient[], term: string): readonly Coefficient[] =>
  rows.filter(({ whole }) => whole === term);

const isOpen = ({ p }: { readonly p: number }): boolean => p >= 0.05;

/** A term of which nothing is clear goes by its own name, else the coefficients that are not clear do. */
function unclear({ anova }: MultilevelModel, rows: readonly Coefficient[], language: Language): string {
  const names = anova.flatMap((test) => {
    const own = rowsOf(rows, test.term);
    if (!own.every(isOpen))
      return own.filter(isOpen).map(({ parts }) => combined(parts.map(nameOf), language));
    return isOpen(test) ? [combined(variablesIn(test.term), language)] : [];
  });
  return list(names, language);
}

/** Terms of which no level differs clearly from the reference, though the levels differ among themselves. */
function mixed(
  { anova }: MultilevelModel,
  rows: readonly Coefficient[],
  language: Language,
): readonly string[] {
  const different = { nl: 'anders per', en: 'different by' }[language];
  return anova
    .filter((test) => !isOpen(test) && rowsOf(rows, test.term).every(isOpen))
    .map(({ term }) => `${different} ${combined(variablesIn(term), language)}`);
}

function readingOf({ factors, anova }: MultilevelModel, coefficient: string): Reading {
  const own = (name: string): readonly (Part & { readonly printed: string })[] => {
    const levels = factors[name];
    if (!levels) return [{ name, level: undefined, reference: '', printed: name }];
    return levels.map((level) => ({ name, level, reference: levels[0], printed: name + level }));
  };
  for (const { term } of anova) {
    const names = variablesIn(term);
    let found: readonly { readonly printed: string; readonly parts: readonly Part[] }[] = [
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
    if (match) return { whole: term, parts: match.parts };
  }
  return { whole: coefficient, parts: [{ name: coefficient, level: undefined, reference: '' }] };
}

/** Splits `time:sector`; a name between backquotes may hold a colon. */
const variablesIn = (term: string): readonly string[] => term.match(/(?:`[^`]*`|[^:`])+/g) ?? [term];

/** A term that is also in an interaction speaks of the others at their reference, or at 0. */
function referencesOf(model: MultilevelModel, { parts }: Reading): readonly string[] {
  if (parts.length > 1) return [];
  const [{ name }] = parts;
  const others = model.anova
    .map(({ term }) => variablesIn(term))
    .filter((names) => names.length > 1 && names.includes(name))
    .flat()
    .filter((other) => other !== name);
  return others.map((other) => `${other} ${model.factors[other]?.[0] ?? '= 0'}`);
}

function readShares({ shares, anova, outcome }: MultilevelModel, language: Language): string {
  const parts = shares
    .filter(({ group }) => group !== 'residual')
    .map(({ group, share }) => ({ part: percent(share, language), groups: groupsOf(group)[language] }));
  const bare = anova.length === 0;
  if (language === 'nl') {
    const of = bare ? `Van de verschillen in ${outcome}` : 'Van de verschillen die overblijven';
    const where = parts.map(({ part, groups }) => `${part} tussen ${groups}`).join(', ');
    return `${of} ligt ${where} en de rest tussen losse metingen.`;
  }
  const of = bare ? `Of the differences in ${outcome}` : 'Of the differences that remain';
  const where = parts.map(({ part, groups }) => `${part} between ${groups}`).join(', ');
  return `${of}, ${where.replace(' between', ' lies between')} and the rest between single measurements.`;
}

/** Columns of the product’s own data; another goes by its name. */
const PLURALS: Readonly<Record<string, Text>> = {
  school: { nl: 'scholen', en: 'schools' },
  teacher: { nl: 'leraren', en: 'teachers' },
  class: { nl: 'klassen', en: 'classes' },
  team: { nl: 'teams', en: 'teams' },
  pupil: { nl: 'leerlingen', en: 'pupils' },
};

/** `teacher:school` are teachers: their school says which. */
function groupsOf(group: string): Text {
  const [name] = variablesIn(group);
  return PLURALS[name] ?? { nl: `groepen van ${name}`, en: `groups of ${name}` };
}

function cautionOf({ warnings, groups, anova }: MultilevelModel): Text | undefined {
  const warned = (code: string): boolean => warnings.some((warning) => warning.code === code);
  const related = anova.length > 0;
  if (warned('few-groups')) {
    const [fewest, size] = Object.entries(groups).reduce((a, b) => (b[1] < a[1] ? b : a));
    const { nl, en } = groupsOf(fewest);
    const what = { nl: `${size} ${nl}`, en: `${size} ${en}` };
    return related ? association(only(what)) : few(what);
  }
  if (warned('singular')) return related ? association(RICH) : RICH;
  return related ? association() : undefined;
}

const RICH: Text = {
  nl: 'het model is rijker dan deze gegevens dragen',
  en: 'the model is richer than these data bear',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether the richer model fits better, and how sure that is. */
export function explainLikelihoodRatio(test: LikelihoodRatioTest, language: Language): string {
  const { p, larger, smaller, warnings } = test;
  const better = p < 0.05;
  return paragraph([
    language === 'nl'
      ? `Het model “${larger.formula}” past ${better ? 'duidelijk beter' : 'niet duidelijk beter'} bij de gegevens dan “${smaller.formula}”.`
      : `The model “${larger.formula}” fits the data ${better ? 'clearly better' : 'not clearly better'} than “${smaller.formula}”.`,
    chance(p, IMPROVEMENT, language),
    warnings.some(({ code }) => code === 'boundary-test') ? caution(CAUTIOUS_TEST, language) : '',
  ]);
}

const IMPROVEMENT: Text = { nl: 'echte verbetering', en: 'a real improvement' };

const CAUTIOUS_TEST: Text = {
  nl: 'een variantie kan niet onder 0 komen, dus de echte p is kleiner dan hier staat',
  en: 'a variance cannot go below 0, so the true p is smaller than it says here',
};

/** Which groups stand out, and how careful to be about it. */
export function explainGroupEffects(effects: GroupEffects, language: Language): string {
  const { group, term, labels, estimate, ci } = effects;
  const above = ci.filter(([low]) => low > 0).length;
  const below = ci.filter(([, high]) => high < 0).length;
  const highest = estimate.indexOf(estimate.reduce((a, b) => Math.max(a, b)));
  const lowest = estimate.indexOf(estimate.reduce((a, b) => Math.min(a, b)));
  const one = (place: number): string =>
    `${labels[place]} (${say(estimate[place], language)}, ${between(ci[place], language)})`;
  const [total, groups] = [count(labels.length, language), groupsOf(group)[language]];
  const slope = term === '(Intercept)' ? '' : term;
  return paragraph(
    language === 'nl'
      ? [
          `Van ${total} ${groups} ligt het interval van ${above} helemaal boven en van ${below} helemaal onder wat het model gemiddeld verwacht${slope && ` voor de helling van ${slope}`}.`,
          `Het hoogst is ${one(highest)} en het laagst ${one(lowest)}.`,
          'Schattingen van groepen met weinig metingen zijn sterker naar het gemiddelde getrokken.',
          caution(NO_LEAGUE_TABLE, 'nl'),
        ]
      : [
          `Of ${total} ${groups}, ${above} have their interval wholly above and ${below} wholly below what the model expects on average${slope && ` for the slope of ${slope}`}.`,
          `Highest is ${one(highest)} and lowest ${one(lowest)}.`,
          'Estimates of groups with few measurements are drawn towards the average more.',
          caution(NO_LEAGUE_TABLE, 'en'),
        ],
  );
}

const NO_LEAGUE_TABLE: Text = {
  nl: 'bij veel groepen valt er altijd een aantal toevallig op, dus dit is geen ranglijst',
  en: 'among many groups some always stand out by chance, so this is no league table',
};

/** How much of what the simpler model leaves the richer one explains, in all and per level. */
export function explainVarianceReduction({ total, levels }: VarianceReduction, language: Language): string {
  const known = levels.flatMap(({ group, reduction }) => (reduction === null ? [] : [{ group, reduction }]));
  const parts = known.map(({ group, reduction }) => {
    const groups = group === 'residual' ? MEASUREMENTS[language] : groupsOf(group)[language];
    return `${percent(reduction, language)} ${language === 'nl' ? 'tussen' : 'between'} ${groups}`;
  });
  const negative = known.some(({ reduction }) => Math.round(100 * reduction) < 0);
  const share = percent(total, language);
  return paragraph([
    language === 'nl'
      ? `Het rijkere model verklaart ${share} van de verschillen die het eenvoudige openlaat: ${list(parts, 'nl')}.`
      : `The richer model explains ${share} of the differences that the simpler one leaves: ${list(parts, 'en')}.`,
    negative ? caution(NEGATIVE, language) : '',
  ]);
}

const MEASUREMENTS: Text = { nl: 'losse metingen', en: 'single measurements' };

const NEGATIVE: Text = {
  nl: 'een getal onder 0 betekent dat er op dat niveau meer verschil te zien is nu de rest beter is beschreven',
  en: 'a figure below 0 means that a level shows more difference now that the rest is described better',
};
