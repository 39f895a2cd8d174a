import type { Dropped, Warning } from '../result.ts';
import type { EqualVariances } from './equal-variances.ts';

/** What a careful reader must know, shared by the analyses of this folder. */

const SMALL = 10;

export function smallGroups(groups: readonly { readonly name: string; readonly n: number }[]): Warning[] {
  const small = groups.filter(({ n }) => n < SMALL);
  if (small.length === 0) return [];
  if (groups.length === 1) return [fewCases(groups[0].n)];
  const names = small.map(({ name, n }) => `${name} (${n})`).join(', ');
  return [
    {
      code: 'small-groups',
      text: {
        nl: `Groepen met minder dan ${SMALL} gevallen: ${names}. Hun gemiddelde is onzeker, en of de scores normaal verdeeld zijn is niet goed te zien.`,
        en: `Groups with fewer than ${SMALL} cases: ${names}. Their mean is uncertain, and whether scores are normally distributed is hard to see.`,
      },
    },
  ];
}

export function manyGroups(count: number, most: number): Warning[] {
  if (count <= most) return [];
  return [
    {
      code: 'many-groups',
      text: {
        nl: `Van ${count} groepen worden alleen de laagste en de hoogste vergeleken. Voor zo veel groepen past een meerniveaumodel (lmm) beter.`,
        en: `Of ${count} groups only the lowest and the highest are compared. A multilevel model (lmm) suits so many groups better.`,
      },
    },
  ];
}

const fewCases = (n: number): Warning => ({
  code: 'few-cases',
  text: {
    nl: `Er zijn maar ${n} gevallen. De uitkomst is onzeker, en of de scores normaal verdeeld zijn is niet goed te zien.`,
    en: `There are only ${n} cases. The outcome is uncertain, and whether scores are normally distributed is hard to see.`,
  },
});

/** Unequal spread does harm when group sizes differ too. */
export function unequalVariances(
  test: EqualVariances['brownForsythe'],
  sizes: readonly number[],
  advice: Warning['text'],
): Warning[] {
  const uneven = Math.max(...sizes) > 1.5 * Math.min(...sizes);
  if (!test || test.p >= 0.05 || !uneven) return [];
  return [
    {
      code: 'unequal-variances',
      text: {
        nl: `De groepen verschillen in spreiding én in grootte; dan klopt de p-waarde van de gewone F niet goed. ${advice.nl}`,
        en: `The groups differ in spread and in size; then the p-value of the usual F is off. ${advice.en}`,
      },
    },
  ];
}

export function incompleteCases(n: number, dropped: readonly Dropped[]): Warning[] {
  const lost = dropped.reduce((total, { count }) => total + count, 0);
  if (lost <= 0.05 * (n + lost)) return [];
  const share = Math.round((100 * lost) / (n + lost));
  return [
    {
      code: 'incomplete-cases',
      text: {
        nl: `${lost} van de ${n + lost} gevallen (${share}%) doen niet mee, omdat er een waarde mist. Wie mist, kan anders zijn dan wie blijft.`,
        en: `${lost} of the ${n + lost} cases (${share}%) are left out because a value is missing. Those who are missing may differ from those who stay.`,
      },
    },
  ];
}
