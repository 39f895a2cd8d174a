import type { Language } from '../result.ts';
import { count, paragraph } from '../words.ts';
import type { ReportCheck } from './check-report.ts';

/** How many checks fit, where to look first, and what was left out. Text only. */
export function explainReportCheck({ counts }: ReportCheck, language: Language): string {
  const fits = counts.match + counts['match-by-rounding'];
  const lastDigit = counts['rounded-up'] + counts.truncated;
  const { mismatch, 'not-checkable': bare } = counts;
  const compared = fits + lastDigit + mismatch;
  const number = (value: number): string => count(value, language);
  return paragraph(
    language === 'nl'
      ? [
          compared === 0
            ? 'In deze lijst staat niets om na te rekenen.'
            : `Van de ${number(compared)} vergelijkingen ${fits === 1 ? 'klopt' : 'kloppen'} er ${number(fits)}; ${number(mismatch)} ${mismatch === 1 ? 'spreekt iets tegen' : 'spreken iets tegen'} en ${number(lastDigit)} ${lastDigit === 1 ? 'wijkt' : 'wijken'} alleen in het laatste cijfer af.`,
          mismatch === 0
            ? ''
            : 'Een tegenspraak is vaak een drukfout of een ander aantal gevallen; of de conclusie erdoor verandert, moet een lezer nagaan.',
          bare === 0
            ? ''
            : `Bij ${number(bare)} ${bare === 1 ? 'rij' : 'rijen'} staat te weinig om iets na te rekenen.`,
        ]
      : [
          compared === 0
            ? 'This list holds nothing to recompute.'
            : `Of ${number(compared)} comparisons ${number(fits)} ${fits === 1 ? 'fits' : 'fit'}; ${number(mismatch)} ${mismatch === 1 ? 'contradicts' : 'contradict'} something and ${number(lastDigit)} ${lastDigit === 1 ? 'differs' : 'differ'} in the last digit only.`,
          mismatch === 0
            ? ''
            : 'A contradiction is often a misprint or another number of cases; whether it changes the conclusion is for a reader to find out.',
          bare === 0
            ? ''
            : `${number(bare)} ${bare === 1 ? 'row holds' : 'rows hold'} too little to recompute anything.`,
        ],
  );
}
