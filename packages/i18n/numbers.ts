import type { Language } from './language.ts';

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language}${decimals}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    maximumFractionDigits: decimals,
  });
  formats.set(key, format);
  return format;
}

/** 6,5 / 6.5 and 1.250 / 1,250; at most `decimals` figures behind the comma, without idle zeros. */
export function sayNumber(value: number, language: Language, decimals = 1): string {
  const text = numberFormat(language, decimals).format(value);
  return /[1-9]/.test(text) ? text : text.replace('-', '');
}

/** The word that goes with a number: 1 dag, otherwise dagen. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/** '1 dag', '3 dagen'. */
export function sayCount(count: number, one: string, many: string, language: Language): string {
  return `${sayNumber(count, language)} ${plural(count, one, many)}`;
}

/**
 * A clock's 'mm:ss' from seconds. Parts of a second count up, so that a countdown shows 00:00 only when it is
 * over; time gone over is '−00:12'; an hour is '60:00'.
 */
export function sayDuration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const size = Math.abs(whole);
  const clock = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return whole < 0 ? `−${clock}` : clock;
}
