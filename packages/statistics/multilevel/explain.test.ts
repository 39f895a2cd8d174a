import { describe, expect, test } from 'vitest';
import {
  explainGroupEffects,
  explainLikelihoodRatio,
  explainMultilevel,
  explainVarianceReduction,
  likelihoodRatioTest,
  type MultilevelModel,
  multilevelModel,
  varianceReduction,
} from './index.ts';
import { barometer, slopesTable } from './multilevel.comparisons.fixture.ts';

const data = barometer('study');
const model = (formula: string, rest: { method?: 'ML'; effects?: string[] } = {}): MultilevelModel =>
  multilevelModel(data, { formula, ...rest });

describe('a model in words', () => {
  const changed = model('enth ~ time * sector + board + (1 | school/teacher)', { effects: ['school'] });

  test('says direction, size, interval and chance of every term', () => {
    const text = explainMultilevel(changed, 'nl');
    expect(text).toContain(
      'Het model gaat over enth in 4.825 metingen (212 × school en 2.676 × teacher:school).',
    );
    expect(text).toContain(
      'Met elke stap van 1 in board ligt enth gemiddeld 0,049 hoger (tussen 0,035 en 0,062; p < 0,001).',
    );
    expect(text).toContain('Bij sector vo ligt enth gemiddeld 0,45 lager dan bij po bij time = 0');
    expect(text).toContain('Van de verschillen die dan overblijven ligt 23% op het niveau school');
    expect(text).toContain('wat de oorzaak is, zegt het model niet');
  });

  test('a term that is in an interaction is about the reference', () => {
    expect(explainMultilevel(changed, 'en')).toContain(
      'With each step of 1 in time, enth is on average 0.060 lower at sector po',
    );
    expect(explainMultilevel(changed, 'en')).toContain(
      'The difference per step of time is 0.06 higher for sector vo than for po',
    );
  });

  test('what may be chance is said to be', () => {
    expect(explainMultilevel(changed, 'nl')).toMatch(
      /sector mbo 0,015? lager dan bij po \(.*?dit kan toeval zijn\)/,
    );
  });

  test('a model without terms is about the levels', () => {
    const text = explainMultilevel(model('enth ~ 1 + (1 | school)'), 'en');
    expect(text).toMatch(
      /^The model is about enth .* Of the differences in enth, \d+% lies at the level of school, and \d+% between/,
    );
    expect(text).not.toContain('cause');
  });

  test('warnings that change the reading are said', () => {
    const flat = multilevelModel(slopesTable(), { formula: 'flat ~ time + (1 + time | school)' });
    expect(explainMultilevel(flat, 'nl')).toContain('begin en helling gaan volledig samen');
  });

  test('group effects: how many stand out, and no league table', () => {
    const [effects] = changed.effects ?? [];
    expect(explainGroupEffects(effects, 'nl')).toMatch(
      /^Van 212 groepen \(school\) liggen er \d+ boven en \d+ onder/,
    );
    expect(explainGroupEffects(effects, 'en')).toContain('Do not use this as a league table.');
  });

  test('neither language promises proof', () => {
    for (const language of ['nl', 'en'] as const) {
      expect(explainMultilevel(changed, language)).not.toMatch(/bewij|prove|signific|je |uw /i);
    }
  });
});

test('a comparison in words', () => {
  const groups = '(1 | school/teacher)';
  const smaller = model(`enth ~ time + sector + ${groups}`, { method: 'ML' });
  const larger = model(`enth ~ time * sector + ${groups}`, { method: 'ML' });
  const result = likelihoodRatioTest(smaller, larger);
  expect(explainLikelihoodRatio(result, 'en')).toContain('fits the data better than');
  expect(explainLikelihoodRatio(result, 'nl')).toContain('χ²(2) = 8,44');
  const reduction = varianceReduction(larger, model(`enth ~ time + ${groups}`, { method: 'ML' }));
  expect(explainVarianceReduction(reduction, 'nl')).toMatch(
    /per niveau: teacher:school -?\d+%, school \d+%, daarbinnen/,
  );
});
