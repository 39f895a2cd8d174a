import type { Text } from '../../result.ts';
import { type Figure, keyed } from '../figure.ts';
import {
  type Finding,
  finding,
  fit,
  NO_DETAIL,
  type Rule,
  sentences,
  tidy,
  type Verdict,
} from '../finding.ts';
import { type Printed, printed, printedList } from '../notation.ts';
import { brief, said } from '../saying.ts';

/** A printed percentage with the fraction that it should be. */
interface Share {
  readonly reported: Printed;
  readonly part: number;
  readonly of: number;
}

const FRACTION = /^(\d+)\/(\d+)$/;
const COUNTED = /^(\d+)\s*\(([\d.,]+)\s*%\)$/;
const EQUATED = /^(?:(\d+)\/(\d+)=([\d.,]+)%?|([\d.,]+)%?=(\d+)\/(\d+))$/;

/**
 * Percentages against their counts: `53/106=50%` or `30%=7/23` anywhere; `28 (57%)` of `N`; a list of percentages with
 * as many fractions (`37/47;23/28`) or, with `N`, as many counts.
 */
export const percentageOfCount: Rule = (figure) => {
  const shares = sharesOf(figure);
  const forced = forcedToHundred(shares);
  return shares.map((share) => {
    const computed = percentage(share);
    const verdict = fit(share.reported, computed);
    const detail = sentences(
      { nl: `${share.part} van ${share.of}.`, en: `${share.part} of ${share.of}.` },
      verdict === 'match' ? NO_DETAIL : whole(share, verdict, forced),
    );
    return finding(figure, 'percentage-of-count', {
      reported: share.reported.text,
      computed,
      verdict,
      detail,
    });
  });
};

const percentage = ({ part, of }: Pick<Share, 'part' | 'of'>): number => (100 * part) / of;

function sharesOf(figure: Figure): readonly Share[] {
  const equated = [...figure.items, ...figure.loose].map(equatedShare).filter((share) => share !== undefined);
  if (figure.kind !== 'percentages') return equated;
  const n = keyed(figure, 'N')?.value;
  const counted = n === undefined ? [] : figure.items.map((item) => countedShare(item, n));
  return [...equated, ...counted, ...listedShares(figure, n)].filter((share) => share !== undefined);
}

function equatedShare(item: string): Share | undefined {
  const found = EQUATED.exec(item.replaceAll(/\s/g, ''));
  if (!found) return undefined;
  const [, part1, of1, share1, share2, part2, of2] = found;
  const reported = printed(share1 ?? share2);
  return reported && { reported, part: Number(part1 ?? part2), of: Number(of1 ?? of2) };
}

function countedShare(item: string, n: number): Share | undefined {
  const [, part, share = ''] = COUNTED.exec(item) ?? [];
  const reported = printed(share);
  return reported && { reported, part: Number(part), of: n };
}

function listedShares(figure: Figure, n: number | undefined): readonly Share[] {
  const list = printedList(figure.items);
  const fractions = figure.loose.filter((item) => FRACTION.test(item));
  const counts = printedList(figure.loose);
  if (list && list.length === fractions.length) {
    return list.map((reported, place) => {
      const [part, of] = fractions[place].split('/').map(Number);
      return { reported, part, of };
    });
  }
  if (list && n !== undefined && list.length === counts?.length) {
    return list.map((reported, place) => ({ reported, part: counts[place].value, of: n }));
  }
  return [];
}

/** Whether percentages were bent until they made 100 together. */
function forcedToHundred(shares: readonly Share[]): boolean {
  const [first] = shares;
  if (first === undefined || shares.some(({ of }) => of !== first.of)) return false;
  const decimals = Math.max(...shares.map(({ reported }) => reported.decimals));
  const total = (values: readonly number[]): string =>
    values.reduce((sum, value) => sum + value, 0).toFixed(decimals);
  const asPrinted = total(shares.map(({ reported }) => reported.value));
  const rounded = total(shares.map((share) => Number(percentage(share).toFixed(share.reported.decimals))));
  return asPrinted === (100).toFixed(decimals) && rounded !== asPrinted;
}

/** Which count would give the percentage, or why it was bent. */
function whole(share: Share, verdict: Verdict, forced: boolean): Text {
  if (forced) {
    return {
      nl: 'Goed afgerond is de som geen 100; deze is aangepast.',
      en: 'Correctly rounded, the sum is not 100; this one was bent.',
    };
  }
  const part = Math.round((share.reported.value / 100) * share.of);
  if (verdict !== 'mismatch' || fit(share.reported, percentage({ part, of: share.of })) !== 'match')
    return NO_DETAIL;
  const value = brief(percentage({ part, of: share.of }));
  return {
    nl: `Wel past ${part} van ${share.of}: ${value.nl}%.`,
    en: `What fits is ${part} of ${share.of}: ${value.en}%.`,
  };
}

/** Every percentage of one whole, in the order of the row. */
function percentagesIn(figure: Figure): readonly Printed[] {
  return figure.items
    .map((item) => printed(COUNTED.exec(item)?.[2] ?? item))
    .filter((share) => share !== undefined);
}

/**
 * A percentage that no whole number out of N gives (GRIM: Brown & Heathers 2017, for percentages). `base` is what the
 * text says the percentages are of, one number or one per percentage; without it `N`, when no counts are given.
 */
export const granularity: Rule = (figure) => {
  if (figure.kind !== 'percentages') return [];
  const shares = percentagesIn(figure);
  const base = printedList(figure.keys.get('base') ?? []);
  const n = keyed(figure, 'N');
  const bases = base ?? (n && sharesOf(figure).length === 0 ? [n] : []);
  if (bases.length === 0) return [];
  return shares.flatMap((share, place): readonly Finding[] => {
    const of = (bases.length === 1 ? bases[0] : bases[place])?.value;
    // From here on every percentage can be made, so the check says nothing.
    if (of === undefined || of >= 100 * 10 ** share.decimals) return [];
    const part = Math.round((share.value / 100) * of);
    const fits = fit(share, percentage({ part, of })) === 'match';
    const exact = (share.value / 100) * of;
    const below = Math.floor(exact);
    const detail = fits
      ? said(
          [part, of],
          (a, b) => `${a} van ${b}.`,
          (a, b) => `${a} of ${b}.`,
        )
      : said(
          [exact, of, percentage({ part: below, of }), percentage({ part: below + 1, of })],
          (k, m, low, high) =>
            `Dat zijn er ${k} van ${m}, geen heel getal; wel mogelijk zijn ${low}% en ${high}%.`,
          (k, m, low, high) => `That is ${k} of ${m}, not a whole number; possible are ${low}% and ${high}%.`,
        );
    return [
      finding(figure, 'granularity', {
        reported: `${share.text} (n = ${of})`,
        computed: percentage({ part, of }),
        verdict: fits ? 'match' : 'mismatch',
        detail,
      }),
    ];
  });
};

/** The percentages of one whole make 100, but for rounding. `unknown` counts those that are in no category. */
export const addUpToHundred: Rule = (figure) => {
  const shares = percentagesIn(figure);
  if (figure.kind !== 'percentages' || shares.length < 2 || !oneWhole(figure)) return [];
  const n = keyed(figure, 'N')?.value;
  const unknown = n === undefined ? 0 : (100 * (keyed(figure, 'unknown')?.value ?? 0)) / n;
  const total = (end: 'value' | 'low' | 'high'): number =>
    tidy(shares.reduce((sum, share) => sum + share[end], unknown));
  const [computed, low, high] = [total('value'), total('low'), total('high')];
  const exact = Math.abs(computed - 100) < 1e-9;
  const verdict = exact ? 'match' : low <= 100 && high >= 100 ? 'match-by-rounding' : 'mismatch';
  const detail = said(
    [computed],
    (sum) => `Samen ${sum}%: een groep is weggelaten of een percentage klopt niet.`,
    (sum) => `Together ${sum}%: a group is left out, or a percentage is wrong.`,
  );
  return [
    finding(figure, 'add-up-to-100', {
      reported: shares.map((share) => share.text).join('+'),
      computed,
      low,
      high,
      verdict,
      ...(verdict === 'mismatch' ? { detail } : {}),
    }),
  ];
};

/** Fractions are of one whole when their parts make it up; percentages without counts when one `N` is theirs. */
function oneWhole(figure: Figure): boolean {
  const shares = sharesOf(figure);
  if (shares.length === 0) return figure.keys.has('N') && !figure.loose.some((item) => FRACTION.test(item));
  const [{ of }] = shares;
  if (keyed(figure, 'N')?.value === of) return true;
  return shares.every((share) => share.of === of) && shares.reduce((sum, { part }) => sum + part, 0) === of;
}

/** Counts in categories (and `unknown`) make N. */
export const countsAddUp: Rule = (figure) => {
  const n = keyed(figure, 'N');
  const shares = sharesOf(figure).filter((share) => share.of === n?.value);
  if (figure.kind !== 'percentages' || !n || shares.length < 2) return [];
  const unknown = keyed(figure, 'unknown')?.value ?? 0;
  const computed = shares.reduce((sum, { part }) => sum + part, unknown);
  const verdict = computed === n.value ? 'match' : 'mismatch';
  return [finding(figure, 'counts-add-up', { reported: `N = ${n.text}`, computed, verdict })];
};
