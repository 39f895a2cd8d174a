import type { Catalogue, Messages } from '#packages/i18n';

type Reach = { n: number; x: string; y: string; xs: string; ys: string };

const nl = {
  point: 'Wat',
  together: (n: number, x: string, y: string) =>
    `${n} punten. Hoe hoger “${x}”, hoe hoger “${y}”. Waardoor dat komt, zie je hier niet.`,
  against: (n: number, x: string, y: string) =>
    `${n} punten. Hoe hoger “${x}”, hoe lager “${y}”. Waardoor dat komt, zie je hier niet.`,
  apart: (n: number, x: string, y: string) => `${n} punten. “${y}” gaat niet op en neer met “${x}”.`,
  fromTo: (least: string, most: string) => `van ${least} tot ${most}`,
  reach: ({ n, x, y, xs, ys }: Reach) => `${n === 1 ? '1 punt' : `${n} punten`}: “${x}” ${xs}, “${y}” ${ys}.`,
};

const en = {
  point: 'What',
  together: (n, x, y) =>
    `${n} points. The higher “${x}”, the higher “${y}”. What causes it cannot be seen here.`,
  against: (n, x, y) =>
    `${n} points. The higher “${x}”, the lower “${y}”. What causes it cannot be seen here.`,
  apart: (n, x, y) => `${n} points. “${y}” does not go up and down with “${x}”.`,
  fromTo: (least, most) => `from ${least} to ${most}`,
  reach: ({ n, x, y, xs, ys }) => `${n === 1 ? '1 point' : `${n} points`}: “${x}” ${xs}, “${y}” ${ys}.`,
} satisfies Messages<typeof nl>;

export const scatterWords: Catalogue<typeof nl> = { nl, en };
