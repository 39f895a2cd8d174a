import type { Text } from '../result.ts';

const formats = {
  nl: new Intl.NumberFormat('nl-NL', { maximumSignificantDigits: 4, useGrouping: false }),
  en: new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4, useGrouping: false }),
};

/** A computed figure in four digits, for a sentence. */
export function brief(value: number): Text {
  if (value !== 0 && Math.abs(value) < 1e-4) {
    const exponent = value.toExponential(1);
    return { nl: exponent.replace('.', ','), en: exponent };
  }
  return { nl: formats.nl.format(value), en: formats.en.format(value) };
}

/** A sentence in both languages with figures in it: `say((v) => …)` calls it once per language. */
export function said(
  numbers: readonly number[],
  nl: (...numbers: readonly string[]) => string,
  en: (...numbers: readonly string[]) => string,
): Text {
  const texts = numbers.map(brief);
  return { nl: nl(...texts.map((text) => text.nl)), en: en(...texts.map((text) => text.en)) };
}
