import { expect, test } from 'vitest';
import {
  agreementSize,
  alphaSize,
  raterReliabilitySize,
  sizeOfD,
  sizeOfEtaSquared,
  sizeOfF2,
  sizeOfGeneralisedEtaSquared,
  sizeOfR,
  sizeOfR2,
} from './effect-size.ts';

test('a word begins at its cut-off, whichever way the difference goes', () => {
  const words = [0, 0.199, 0.2, -0.499, 0.5, -0.5, 0.799, 0.8, -3].map((d) => sizeOfD(d).word.en);
  expect(words).toEqual([
    ...['negligible', 'negligible', 'small', 'small', 'medium'],
    ...['medium', 'medium', 'large', 'large'],
  ]);
});

test('the study’s words: .547 and .65 are large correlations; .75 medium, .84 large as differences', () => {
  expect([sizeOfR(0.547), sizeOfR(-0.65), sizeOfR(0.3)].map((size) => size.word.nl)).toEqual([
    'groot',
    'groot',
    'middelgroot',
  ]);
  expect([0.75, 0.84, 0.42, 0.31].map((d) => sizeOfD(d).word.nl)).toEqual([
    'middelgroot',
    'groot',
    'klein',
    'klein',
  ]);
});

test('shares of variance', () => {
  expect([0.009, 0.01, 0.06, 0.14].map((eta2) => sizeOfEtaSquared(eta2).word.en)).toEqual([
    'negligible',
    'small',
    'medium',
    'large',
  ]);
  expect([0.01, 0.02, 0.13, 0.26].map((r2) => sizeOfR2(r2).word.en)).toEqual([
    'negligible',
    'small',
    'medium',
    'large',
  ]);
  expect([0.01, 0.02, 0.15, 0.35].map((f2) => sizeOfF2(f2).word.en)).toEqual([
    'negligible',
    'small',
    'medium',
    'large',
  ]);
});

test('agreement and scales, with whose cut-offs they are', () => {
  const kappas = [-0.1, 0, 0.2, 0.21, 0.4, 0.41, 0.6, 0.61, 0.8, 0.81, 1];
  expect(kappas.map((kappa) => agreementSize(kappa).word.en)).toEqual([
    ...['poor', 'slight', 'slight', 'fair', 'fair', 'moderate', 'moderate'],
    ...['substantial', 'substantial', 'almost perfect', 'almost perfect'],
  ]);
  expect([-0.35, 0.59, 0.6, 0.7].map((alpha) => alphaSize(alpha).word.nl)).toEqual([
    'onvoldoende',
    'onvoldoende',
    'voldoende',
    'goed',
  ]);
  expect(agreementSize(0.7).convention).toContain('Landis & Koch 1977');
  expect(alphaSize(0.7).convention).toContain('COTAN');
});

test('what is not a number has no word', () => {
  expect(() => sizeOfD(Number.NaN)).toThrow(RangeError);
  expect(() => agreementSize(Number.NaN)).toThrow(RangeError);
});

test('generalised eta squared has cut-offs of its own, higher than those of partial eta squared', () => {
  const words = [0.019, 0.02, 0.129, 0.13, 0.26].map((ges) => sizeOfGeneralisedEtaSquared(ges).word.en);
  expect(words).toEqual(['negligible', 'small', 'small', 'medium', 'large']);
});

test('reliability of raters has words of its own, not those of kappa', () => {
  const words = [-0.2, 0.49, 0.5, 0.749, 0.75, 0.9, 1].map((icc) => raterReliabilitySize(icc).word.en);
  expect(words).toEqual(['poor', 'poor', 'moderate', 'moderate', 'good', 'excellent', 'excellent']);
});
