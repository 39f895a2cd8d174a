import { sizeOfR } from '../effect-size.ts';
import type { Language, Text } from '../result.ts';
import { between, cases, caution, chance, count, list, paragraph, percent, RELATION, say } from '../words.ts';
import type { BoxPlotResult } from './box-plot.ts';
import type { ChiSquareResult } from './chi-square.ts';
import type { DescribeResult, NumberDescription } from './describe.ts';
import { nameOf } from './groups.ts';
import type { HistogramResult } from './histogram.ts';
import type { StandardiseResult } from './standardise.ts';

/** The first column of numbers, with its groups; the table holds the rest. */
export function explainDescribe(result: DescribeResult, language: Language): string {
  const first = result.numbers[0]?.column;
  const own = result.numbers.filter(({ column, mean }) => column === first && mean !== null);
  if (own.length === 0) return frequencies(result, language);
  return own.length === 1 ? oneGroup(own[0], language) : moreGroups(own, language);
}

function oneGroup(numbers: NumberDescription, language: Language): string {
  const { column, n, missing, mean, sd, q1, q3, ci } = numbers;
  const shown = (value: number | null) => say(value ?? 0, language);
  const nl = language === 'nl';
  const sentences = [
    nl
      ? `${column}: gemiddeld ${shown(mean)} over ${count(n, 'nl')} waarden${missing > 0 ? ` (${count(missing, 'nl')} ${missing === 1 ? 'ontbreekt' : 'ontbreken'})` : ''}.`
      : `${column}: ${shown(mean)} on average over ${count(n, 'en')} values${missing > 0 ? ` (${count(missing, 'en')} ${missing === 1 ? 'is' : 'are'} missing)` : ''}.`,
    nl
      ? `De middelste helft ligt tussen ${shown(q1)} en ${shown(q3)}${sd === null ? '' : `; gewoonlijk wijkt een waarde zo’n ${shown(sd)} van het gemiddelde af`}.`
      : `The middle half lies between ${shown(q1)} and ${shown(q3)}${sd === null ? '' : `; a value is usually some ${shown(sd)} away from the mean`}.`,
  ];
  if (ci) {
    sentences.push(
      nl
        ? `Zijn dit waarden uit een grotere groep, dan ligt het gemiddelde daarvan waarschijnlijk ${between(ci, 'nl')}.`
        : `If these values stand for a larger group, its mean probably lies ${between(ci, 'en')}.`,
    );
  }
  return sentences.join(' ');
}

function moreGroups(groups: readonly NumberDescription[], language: Language): string {
  const order = [...groups].sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0));
  const [high, low] = [order[0], order[order.length - 1]];
  const shown = (group: NumberDescription) =>
    `${nameOf(group.group)} (${say(group.mean ?? 0, language)}, n = ${count(group.n, language)})`;
  const more = groups.length > 2;
  return language === 'nl'
    ? `${high.column}: het gemiddelde is het hoogst bij ${shown(high)} en het laagst bij ${shown(low)}${more ? `, van ${groups.length} groepen` : ''}. Of zo’n verschil toeval kan zijn, zegt deze tabel niet: daarvoor is er een toets.`
    : `${high.column}: the mean is highest in ${shown(high)} and lowest in ${shown(low)}${more ? `, of ${groups.length} groups` : ''}. Whether such a difference may be chance, this table does not say: there are tests for that.`;
}

/** More are as good as none. */
const MOST_MODES = 3;

function frequencies({ categories }: DescribeResult, language: Language): string {
  const nl = language === 'nl';
  const first = categories.find(({ n }) => n > 0);
  if (!first) return nl ? 'Er zijn geen waarden om te beschrijven.' : 'There are no values to describe.';
  const { column, mode, n } = first;
  const most = percent(Math.max(...first.frequencies.map(({ share }) => share ?? 0)), language);
  const of = count(n, language);
  if (mode.length > MOST_MODES) {
    return nl
      ? `${column}: ${count(mode.length, 'nl')} waarden komen even vaak voor, en geen andere vaker (${of} waarden in totaal).`
      : `${column}: ${count(mode.length, 'en')} values are equally frequent, and no other is more so (${of} values in all).`;
  }
  const names = list(mode, language);
  if (mode.length === 1) {
    return nl
      ? `${column}: het vaakst komt ${names} voor (${most} van ${of} waarden).`
      : `${column}: ${names} is most frequent (${most} of ${of} values).`;
  }
  return nl
    ? `${column}: het vaakst komen ${names} voor (elk ${most} van ${of} waarden).`
    : `${column}: ${names} are most frequent (each ${most} of ${of} values).`;
}

export function explainBoxPlot({ boxes, column }: BoxPlotResult, language: Language): string {
  const nl = language === 'nl';
  const order = [...boxes].sort((a, b) => b.median - a.median);
  const [high, low] = [order[0], order[order.length - 1]];
  const part = (box: (typeof boxes)[number]) =>
    nl
      ? `ligt de middelste waarde op ${say(box.median, 'nl')} en de middelste helft tussen ${say(box.q1, 'nl')} en ${say(box.q3, 'nl')}`
      : `the middle value is ${say(box.median, 'en')}, and the middle half lies between ${say(box.q1, 'en')} and ${say(box.q3, 'en')}`;
  const sentences =
    boxes.length === 1
      ? [nl ? `Bij ${column} ${part(high)}.` : `In ${column}, ${part(high)}.`]
      : [
          nl
            ? `${column}: bij ${nameOf(high.group)} ${part(high)}.`
            : `${column}: in ${nameOf(high.group)}, ${part(high)}.`,
          nl ? `Bij ${nameOf(low.group)} ${part(low)}.` : `In ${nameOf(low.group)}, ${part(low)}.`,
        ];
  const far = boxes.reduce((total, box) => total + box.outliers.length + box.farOutliers.length, 0);
  if (far > 0) {
    sentences.push(
      nl
        ? `${far === 1 ? 'Eén waarde ligt' : `${count(far, 'nl')} waarden liggen`} ver van de andere: kijk of ${far === 1 ? 'die klopt' : 'ze kloppen'}; weglaten mag alleen met een reden.`
        : `${far === 1 ? 'One value lies' : `${count(far, 'en')} values lie`} far from the others: check ${far === 1 ? 'it' : 'them'}; leaving out takes a reason.`,
    );
  }
  return sentences.join(' ');
}

export function explainHistogram({ n, edges, counts }: HistogramResult, language: Language): string {
  const most = counts.indexOf(Math.max(...counts));
  // The edges decide how many decimals tell them apart.
  const width = edges[most + 1] - edges[most];
  const decimals =
    width >= 1 && Number.isInteger(width * 2) ? 1 : Math.max(2, -Math.floor(Math.log10(width)) + 1);
  const place = between([edges[most], edges[most + 1]], language, decimals);
  return language === 'nl'
    ? `De hoogste balk ligt ${place}: ${count(counts[most], 'nl')} van de ${count(n, 'nl')} waarden (${percent(counts[most] / n, 'nl')}). Andere balken geven een ander beeld: kijk ook naar de boxplot.`
    : `The highest bin lies ${place}: ${count(counts[most], 'en')} of ${count(n, 'en')} values (${percent(counts[most] / n, 'en')}). Other bins give another picture: look at the box plot too.`;
}

export function explainStandardise(result: StandardiseResult, language: Language): string {
  const { n, within, groups, score, dropped } = result;
  const used = groups.filter((group) => group.used).length;
  const lost = dropped.reduce((total, one) => total + one.count, 0);
  const [zero, one] = score === 'z' ? [0, 1] : [50, 60];
  const names = list(within, language);
  const [some, none, parts] = [count(n, language), count(lost, language), count(used, language)];
  const apart = within.length > 0;
  return paragraph(
    language === 'nl'
      ? [
          `${some} scores zijn ${apart ? `per ${names} (${parts} ${used === 1 ? 'groep' : 'groepen'})` : 'samen'} omgerekend: ${zero} is het gemiddelde${apart ? ' van de eigen groep' : ''}, ${one} is één standaardafwijking (de gewone spreiding) hoger.`,
          lost > 0 ? `${none} ${lost === 1 ? 'rij kreeg' : 'rijen kregen'} geen score.` : '',
          'Zo’n score zegt waar iemand staat tussen wie dezelfde toets maakte, niet hoeveel er geleerd is.',
          apart ? caution(ALIKE, 'nl') : '',
        ]
      : [
          `${some} scores were converted ${apart ? `by ${names} (${parts} ${used === 1 ? 'group' : 'groups'})` : 'together'}: ${zero} is the mean${apart ? ' of the own group' : ''}, ${one} is one standard deviation (the usual spread) higher.`,
          lost > 0 ? `${none} ${lost === 1 ? 'row' : 'rows'} got no score.` : '',
          'Such a score says where somebody stands among those who took the same test, not how much was learned.',
          apart ? caution(ALIKE, 'en') : '',
        ],
  );
}

const ALIKE: Text = {
  nl: 'groepen zijn zo alleen te vergelijken als ze op elkaar lijken',
  en: 'groups can be compared this way only if they are alike',
};

export function explainChiSquare(result: ChiSquareResult, language: Language): string {
  const { rows, columns, n, p, cramersV } = result;
  // Cohen's w, for which his cut-offs are those of r (1988, §7.2.3).
  const w = cramersV * Math.sqrt(Math.min(rows.levels.length, columns.levels.length) - 1);
  const size = sizeOfR(w).word[language];
  const value = say(cramersV, language);
  return language === 'nl'
    ? `De samenhang tussen ${rows.column} en ${columns.column} is ${size} (Cramérs V = ${value}, ${cases(n).nl}). ${chance(p, RELATION, 'nl')}`
    : `The relation between ${rows.column} and ${columns.column} is ${size} (Cramér’s V = ${value}, ${cases(n).en}). ${chance(p, RELATION, 'en')}`;
}
