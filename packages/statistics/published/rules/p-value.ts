import type { Text } from '../../result.ts';
import { type TestOfSize, testOf } from '../chance.ts';
import type { Figure } from '../figure.ts';
import { type Finding, finding, fit, NO_DETAIL, type Rule, sentences, type Verdict } from '../finding.ts';
import { type Printed, printed, type ReportedP } from '../notation.ts';
import { brief, said } from '../saying.ts';

/** p from the statistic and its degrees of freedom (statcheck: Nuijten et al. 2016), two-sided for t, r and z. */
export const pFromStatistic: Rule = (figure) => {
  const test = testOf(figure);
  const { statistic, p } = figure;
  if (!test || !statistic || !p) return [];
  const computed = test.p(Math.abs(statistic.value));
  const [low, high] = range(statistic, test);
  const verdict = verdictOn(p, computed, low, high);
  const reported = p.text;
  const detail = detailOf(verdict, p, computed, statistic, test);
  return [finding(figure, 'p-from-statistic', { reported, computed, low, high, verdict, detail })];
};

/** The chances of the values that are printed like this statistic. */
function range(statistic: Printed, test: TestOfSize): readonly [low: number, high: number] {
  const size = Math.abs(statistic.value);
  const half = (statistic.high - statistic.low) / 2;
  return [test.p(size + half), test.p(Math.max(0, size - half))];
}

function verdictOn(p: ReportedP, computed: number, low: number, high: number): Verdict {
  if (p.relation === '=') return fit(p.p, computed, low, high);
  const bound = p.p.value;
  const within = (value: number): boolean => (p.relation === '<' ? value < bound : value > bound);
  if (within(computed)) return 'match';
  return within(low) || within(high) ? 'match-by-rounding' : 'mismatch';
}

function detailOf(
  verdict: Verdict,
  p: ReportedP,
  computed: number,
  statistic: Printed,
  test: TestOfSize,
): Text {
  const zero: Text =
    p.relation === '=' && p.p.value === 0
      ? { nl: 'Een kans is nooit 0: schrijf p < ,001.', en: 'A chance is never 0: write p < .001.' }
      : NO_DETAIL;
  if (verdict === 'match' || verdict === 'match-by-rounding') return zero;
  const rounded = rounding(p, computed);
  if (verdict !== 'mismatch') return sentences(rounded, zero, conclusion(p, computed));
  return sentences(
    rounded,
    statisticFor(p, test),
    oneSided(p, computed),
    misprints(p, statistic, test),
    conclusion(p, computed),
  );
}

function rounding(p: ReportedP, computed: number): Text {
  if (p.relation !== '=')
    return said(
      [computed],
      (v) => `p is ${v}.`,
      (v) => `p is ${v}.`,
    );
  const text = computed.toFixed(p.p.decimals);
  return {
    nl: `Goed afgerond is p = ${text.replace('.', ',')}.`,
    en: `Correctly rounded, p = ${text}.`,
  };
}

/** Which statistic the reported p belongs to, given the degrees of freedom. */
function statisticFor(p: ReportedP, test: TestOfSize): Text {
  if (p.relation !== '=' || p.p.low <= 0 || p.p.high >= 1) return NO_DETAIL;
  return said(
    [test.size(p.p.high), test.size(p.p.low)],
    (low, high) => `Bij deze p hoort een toetswaarde van ${low} tot ${high}.`,
    (low, high) => `This p belongs to a statistic of ${low} to ${high}.`,
  );
}

function oneSided(p: ReportedP, computed: number): Text {
  if (p.relation !== '=' || fit(p.p, computed / 2) !== 'match') return NO_DETAIL;
  return {
    nl: 'De helft van p past wel: er is misschien eenzijdig getoetst.',
    en: 'Half of p does fit: the test may have been one-sided.',
  };
}

/** One slip of the pen away: a digit changed, two neighbours swapped, the point moved. */
function misprints(p: ReportedP, statistic: Printed, test: TestOfSize): Text {
  if (p.relation !== '=') return NO_DETAIL;
  const fitting = slips(statistic.text.replace(/^[+-]/, '').replace(',', '.')).filter((text) => {
    const slip = printed(text);
    if (!slip) return false;
    const [low, high] = range(slip, test);
    const verdict = fit(p.p, test.p(slip.value), low, high);
    return verdict === 'match' || verdict === 'match-by-rounding';
  });
  // With few digits many slips fit, and then none of them is likely.
  if (fitting.length === 0 || fitting.length > 3) return NO_DETAIL;
  const list = fitting.join(', ');
  return {
    nl: `Een waarschijnlijke drukfout: ${list.replaceAll('.', ',')} werd ${statistic.text}.`,
    en: `A likely misprint: ${list} became ${statistic.text}.`,
  };
}

function slips(text: string): readonly string[] {
  const found = new Set<string>();
  for (let place = 0; place < text.length; place++) {
    if (text[place] === '.') continue;
    for (let digit = 0; digit <= 9; digit++)
      found.add(`${text.slice(0, place)}${digit}${text.slice(place + 1)}`);
    const swapped = text.slice(0, place) + (text[place + 1] ?? '') + text[place] + text.slice(place + 2);
    if (/\d/.test(text[place + 1] ?? '')) found.add(swapped);
  }
  const digits = text.replace('.', '');
  for (let place = 1; place < digits.length; place++)
    found.add(`${digits.slice(0, place)}.${digits.slice(place)}`);
  found.delete(text);
  return [...found];
}

const LEVEL = 0.05;

/** Whether a reader who draws the line at .05 would conclude something else. */
function conclusion(p: ReportedP, computed: number): Text {
  const reported = p.p.value;
  const below = p.relation === '<' ? reported <= LEVEL : reported < LEVEL;
  if (p.relation === '>' ? reported < LEVEL : below === computed < LEVEL) return NO_DETAIL;
  const value = brief(computed);
  return {
    nl: `Met p = ${value.nl} ligt de conclusie aan de andere kant van de grens van ,05.`,
    en: `With p = ${value.en} the conclusion falls on the other side of the .05 line.`,
  };
}

/** t, and the standard error with a coefficient, that a reported p and df lead to when no statistic is printed. */
export const impliedByP: Rule = (figure) => {
  const test = testOf(figure);
  const { p } = figure;
  if (figure.kind !== 't' || figure.statistic || !test || !p) return [];
  const reported = p.text;
  const size = (chance: number): number => (chance >= 1 ? 0 : test.size(Math.max(chance, Number.MIN_VALUE)));
  if (p.relation !== '=') {
    const bound = size(p.p.value);
    return [boundFinding(figure, reported, bound, p.relation)];
  }
  const [low, high] = [size(p.p.high), p.p.low > 0 ? size(p.p.low) : null];
  const detail: Text = {
    nl: 'Aangenomen dat p tweezijdig is en niet bijgesteld; er is geen toetswaarde om aan te toetsen.',
    en: 'Taking p as two-sided and unadjusted; no statistic is reported to hold it against.',
  };
  const computed = size(p.p.value);
  const findings: Finding[] = [
    finding(figure, 'implied-t', { reported, computed, low, high, verdict: 'note', detail }),
  ];
  const b = figure.keys.get('b')?.map(printed)[0];
  if (b && computed > 0) {
    const error = Math.abs(b.value) / computed;
    const half = (b.high - b.low) / 2;
    findings.push(
      finding(figure, 'implied-se', {
        reported: `b = ${b.text}, p = ${reported}`,
        computed: error,
        low: high === null ? null : Math.max(0, Math.abs(b.value) - half) / high,
        high: low > 0 ? (Math.abs(b.value) + half) / low : null,
        verdict: 'note',
        detail,
      }),
    );
  }
  return findings;
};

function boundFinding(figure: Figure, reported: string, bound: number, relation: '<' | '>'): Finding {
  const below = relation === '>';
  return finding(figure, 'implied-t', {
    reported,
    computed: null,
    low: below ? 0 : bound,
    high: below ? bound : null,
    verdict: 'note',
    detail: said(
      [bound],
      (t) => `|t| is ${below ? 'kleiner' : 'groter'} dan ${t}, als p tweezijdig is en niet bijgesteld.`,
      (t) => `|t| is ${below ? 'below' : 'above'} ${t}, if p is two-sided and unadjusted.`,
    ),
  });
}
