import type { Language } from '../result.ts';
import { count } from '../words.ts';
import type { ReportCheck } from './check-report.ts';

/** How many checks fit, where to look first, and what was left out. Text only. */
export function explainReportCheck(result: ReportCheck, language: Language): string {
  const { counts } = result;
  const fits = counts.match + counts['match-by-rounding'];
  const lastDigit = counts['rounded-up'] + counts.truncated;
  const compared = fits + lastDigit + counts.mismatch;
  const number = (value: number): string => count(value, language);
  const sentences =
    language === 'nl'
      ? [
          compared === 0
            ? 'In deze lijst staat niets om na te rekenen.'
            : `Van de ${number(compared)} vergelijkingen kloppen er ${number(fits)}; ${number(counts.mismatch)} spreken elkaar tegen en ${number(lastDigit)} wijken alleen in het laatste cijfer af.`,
          counts.mismatch === 0
            ? ''
            : 'Een tegenspraak is vaak een drukfout of een ander aantal gevallen; of de conclusie erdoor verandert, moet een lezer nagaan.',
          counts['not-checkable'] === 0
            ? ''
            : `Bij ${rows(counts['not-checkable'], 'nl')} staat te weinig om iets na te rekenen.`,
        ]
      : [
          compared === 0
            ? 'This list holds nothing to recompute.'
            : `Of ${number(compared)} comparisons ${number(fits)} fit; ${number(counts.mismatch)} contradict each other and ${number(lastDigit)} differ in the last digit only.`,
          counts.mismatch === 0
            ? ''
            : 'A contradiction is often a misprint or another number of cases; whether it changes the conclusion is for a reader to find out.',
          counts['not-checkable'] === 0
            ? ''
            : `${rows(counts['not-checkable'], 'en')} hold${counts['not-checkable'] === 1 ? 's' : ''} too little to recompute anything.`,
        ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function rows(value: number, language: Language): string {
  const number = count(value, language);
  if (language === 'nl') return value === 1 ? '1 rij' : `${number} rijen`;
  return value === 1 ? '1 row' : `${number} rows`;
}
