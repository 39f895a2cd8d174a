import Papa from 'papaparse';
import type { Language } from '#packages/i18n';
import type { Sheet } from './sheet.ts';

/** By it Excel knows that this is UTF-8. */
const MARK = '\uFEFF';

const BETWEEN: Readonly<Record<Language, string>> = { nl: ';', en: ',' };

/** What a spreadsheet may take for the beginning of a formula, also after white space or as a wide letter. */
const LIKE_A_FORMULA = /^\s*[=+\-@＝＋－＠|]|^[\t\r\n]/;

/** The sheet as text that Excel opens by a double click (D1, D4). */
export function csv({ columns, rows }: Sheet, language: Language): string {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => row.map((cell) => cell ?? ''))];
  return (
    MARK +
    Papa.unparse(lines, { delimiter: BETWEEN[language], newline: '\r\n', escapeFormulae: LIKE_A_FORMULA })
  );
}
