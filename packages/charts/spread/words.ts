import type { Catalogue, Messages } from '#packages/i18n';

const nl = {
  one: (n: number, middle: string, scale: string) => `${n} antwoorden, ${scale}; de middelste is ${middle}.`,
  most: (name: string, value: string, other: string, least: string) =>
    `Het hoogst: ${name} (midden ${value}); het laagst: ${other} (midden ${least}).`,
  equal: (value: string) => `Overal is het midden ${value}.`,
  scale: (least: string, most: string) => `van ${least} tot ${most}`,
  between: (least: string, most: string) => `verspreid van ${least} tot ${most}`,
  row: 'Wat',
  n: 'Aantal antwoorden',
  least: 'Laagste',
  q1: 'Eerste kwart',
  median: 'Midden',
  mean: 'Gemiddelde',
  q3: 'Derde kwart',
  greatest: 'Hoogste',
  answers: 'Antwoorden',
  whiskers: 'Snorharen',
  outside: 'Daarbuiten',
  shortN: (n: number) => `${n} keer`,
};

const en = {
  one: (n, middle, scale) => `${n} answers, ${scale}; the middle one is ${middle}.`,
  most: (name, value, other, least) =>
    `Highest: ${name} (middle ${value}); lowest: ${other} (middle ${least}).`,
  equal: (value) => `The middle is ${value} everywhere.`,
  scale: (least, most) => `from ${least} to ${most}`,
  between: (least, most) => `spread from ${least} to ${most}`,
  row: 'What',
  n: 'Number of answers',
  least: 'Lowest',
  q1: 'First quarter',
  median: 'Middle',
  mean: 'Mean',
  q3: 'Third quarter',
  greatest: 'Highest',
  answers: 'Answers',
  whiskers: 'Whiskers',
  outside: 'Beyond them',
  shortN: (n) => `${n} times`,
} satisfies Messages<typeof nl>;

export const spreadWords: Catalogue<typeof nl> = { nl, en };
