import {
  checkReport as check,
  FIGURE_TYPES,
  type Finding,
  figuresOf,
  type ReportCheck,
} from '../../published/index.ts';
import { define } from '../analysis.ts';
import { LABELS } from '../labels.ts';
import { badOption } from '../options.ts';
import { type Block, type Printer, wrap } from '../print.ts';

const VERDICTS: readonly Finding['verdict'][] = [
  'match',
  'match-by-rounding',
  'rounded-up',
  'truncated',
  'mismatch',
  'note',
  'not-checkable',
];

export const checkReport = define<ReportCheck>({
  options: {
    figures: {
      kind: 'text',
      value: 'file.csv',
      help: 'the figures as printed, with the columns id, section, test, statistic, df1, df2, reported_p, other, note',
      required: true,
    },
    only: {
      kind: 'list',
      value: 'mismatch,note',
      help: `findings of these verdicts: ${VERDICTS.join(', ')}`,
    },
  },
  example: '--figures packages/statistics/oracle/study/report_figures.csv --only mismatch',
  file: { option: 'figures', types: FIGURE_TYPES },
  run: (data, given) => {
    const result = check(figuresOf(data));
    const only = given.list('only');
    const unknown = only.find((verdict) => !VERDICTS.some((known) => known === verdict));
    if (unknown !== undefined) {
      const known = VERDICTS.join(', ');
      throw badOption({
        nl: `--only kent “${unknown}” niet. Kies uit: ${known}.`,
        en: `--only does not know “${unknown}”. Choose from: ${known}.`,
      });
    }
    if (only.length === 0) return result;
    return { ...result, findings: result.findings.filter(({ verdict }) => only.includes(verdict)) };
  },
  print: (result, to) => [
    ...(result.findings.length === 0 ? [] : [findingsBlock(result.findings, to)]),
    to.facts(VERDICTS.map((verdict) => [to.word(verdict), to.number(result.counts[verdict])])),
  ],
});

/** A finding on one line, its detail on lines of its own under it. */
function findingsBlock(findings: readonly Finding[], to: Printer): Block {
  const [head, ...rows] = to.table(findings, [
    to.words('id', ({ id }) => id),
    to.words(LABELS.check, ({ check: name }) => name),
    to.words(LABELS.reported, ({ reported }) => shorten(reported)),
    to.words(LABELS.computed, ({ computed }) =>
      shorten(typeof computed === 'number' ? to.number(computed) : (computed ?? '–')),
    ),
    to.words(LABELS.verdict, ({ verdict }) => to.word(verdict)),
  ]);
  const details = findings.map(({ detail }) =>
    detail[to.language] === '' ? [] : wrap(detail[to.language], 94),
  );
  return [head, ...rows.flatMap((row, place) => [row, ...details[place].map((line) => `      ${line}`)])];
}

const shorten = (text: string): string => (text.length > 24 ? `${text.slice(0, 23)}…` : text);
