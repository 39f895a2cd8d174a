import type { Catalogue, Messages } from '#packages/i18n';

const nl = {
  place: 'Waar',
  value: 'Cijfer',
  n: 'Aantal antwoorden',
  most: (name: string, value: string, other: string, least: string) =>
    `Het hoogst: ${name} (${value}); het laagst: ${other} (${least}).`,
  one: (name: string, value: string) => `${name}: ${value}.`,
  equal: (value: string) => `Overal ${value}.`,
  without: (count: number) =>
    count === 1 ? 'Eén gebied heeft geen cijfer.' : `${count} gebieden hebben geen cijfer.`,
  none: 'geen cijfer',
};

const en = {
  place: 'Where',
  value: 'Figure',
  n: 'Number of answers',
  most: (name, value, other, least) => `Highest: ${name} (${value}); lowest: ${other} (${least}).`,
  one: (name, value) => `${name}: ${value}.`,
  equal: (value) => `${value} everywhere.`,
  without: (count) => (count === 1 ? 'One area has no figure.' : `${count} areas have no figure.`),
  none: 'no figure',
} satisfies Messages<typeof nl>;

export const tileWords: Catalogue<typeof nl> = { nl, en };
