import type { Catalogue, Messages } from '#packages/i18n';

const nl = {
  row: 'Wat',
  answers: 'Aantal antwoorden',
  share: (share: string) => `${share}%`,
  one: (name: string, value: string) => `${name}: ${value}.`,
  most: (name: string, value: string, other: string, least: string) =>
    `Het meest: ${name} (${value}); het minst: ${other} (${least}).`,
  equal: (value: string) => `Overal ${value}.`,
  agreeing: (categories: string, name: string, share: string) => `${categories}: ${share}% bij ${name}.`,
  agreeingMost: (categories: string, name: string, share: string, other: string, least: string) =>
    `${categories}: het meest bij ${name} (${share}%), het minst bij ${other} (${least}%).`,
  agreeingEqual: (categories: string, share: string) => `${categories}: overal ${share}%.`,
  quoted: (text: string) => `“${text}”`,
  or: ' of ',
};

const en = {
  row: 'What',
  answers: 'Number of answers',
  share: (share) => `${share}%`,
  one: (name, value) => `${name}: ${value}.`,
  most: (name, value, other, least) => `Most: ${name} (${value}); least: ${other} (${least}).`,
  equal: (value) => `${value} everywhere.`,
  agreeing: (categories, name, share) => `${categories}: ${share}% at ${name}.`,
  agreeingMost: (categories, name, share, other, least) =>
    `${categories}: most at ${name} (${share}%), least at ${other} (${least}%).`,
  agreeingEqual: (categories, share) => `${categories}: ${share}% everywhere.`,
  quoted: (text) => `“${text}”`,
  or: ' or ',
} satisfies Messages<typeof nl>;

export const barWords: Catalogue<typeof nl> = { nl, en };
