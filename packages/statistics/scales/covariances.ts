import { type Matrix, matrix } from '../linear-algebra.ts';
import { StatisticsError } from '../result.ts';
import { covariance, dot, mean, standardDeviation } from '../sums.ts';
import type { PreparedItem } from './items.ts';

/** Of items without gaps. */
export function completeCovariances(items: readonly PreparedItem[]): Matrix {
  const k = items.length;
  const n = items[0].values.length;
  const centred = items.map(({ values }) => {
    const middle = mean(values);
    return values.map((value) => value - middle);
  });
  const covariances = matrix(k, k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) both(covariances, i, j, dot(centred[i], centred[j]) / (n - 1));
  }
  return covariances;
}

/** Each pair of items over everybody who answered these two. */
export function pairwiseCovariances(items: readonly PreparedItem[]): Matrix {
  const k = items.length;
  const covariances = matrix(k, k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) both(covariances, i, j, pairCovariance(items[i], items[j]));
  }
  return covariances;
}

export function refuseConstantItems(items: readonly PreparedItem[]): void {
  const constant = items.find(({ values }) => {
    const given = values.filter((value) => !Number.isNaN(value));
    return given.every((value) => value === given[0]);
  });
  if (!constant) return;
  throw new StatisticsError('constant-item', {
    nl: `Bij vraag ${constant.name} gaf iedereen hetzelfde antwoord. Zo’n vraag zegt niets over samenhang: laat hem weg.`,
    en: `Everybody gave the same answer to item ${constant.name}. Such an item says nothing about coherence: leave it out.`,
  });
}

/** Correlations from covariances. */
export function correlationsOf(covariances: Matrix): Matrix {
  const k = covariances.rows;
  const sds = Array.from({ length: k }, (_, i) => Math.sqrt(covariances.values[i + i * k]));
  return matrix(
    k,
    k,
    covariances.values.map((value, place) => value / (sds[place % k] * sds[Math.floor(place / k)])),
  );
}

/** Mean, spread and number of the answers given to one item. */
export function answers(item: PreparedItem): { n: number; mean: number; sd: number } {
  const given = item.values.filter((value) => !Number.isNaN(value));
  return { n: given.length, mean: mean(given), sd: standardDeviation(given) };
}

function pairCovariance(a: PreparedItem, b: PreparedItem): number {
  const shared = Array.from(a.values.keys()).filter(
    (row) => !Number.isNaN(a.values[row]) && !Number.isNaN(b.values[row]),
  );
  if (shared.length < 3) {
    throw new StatisticsError('too-few-pairs', {
      nl: `De vragen ${a.name} en ${b.name} zijn door ${shared.length} mensen allebei beantwoord; minstens 3 zijn nodig.`,
      en: `Items ${a.name} and ${b.name} were both answered by ${shared.length} people; at least 3 are needed.`,
    });
  }
  return covariance(
    Float64Array.from(shared, (row) => a.values[row]),
    Float64Array.from(shared, (row) => b.values[row]),
  );
}

function both(a: Matrix, i: number, j: number, value: number): void {
  a.values[i + j * a.rows] = value;
  a.values[j + i * a.rows] = value;
}
