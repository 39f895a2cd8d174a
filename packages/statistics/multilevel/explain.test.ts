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

  test('without an intercept no level is called higher than another', () => {
    const text = explainMultilevel(model('enth ~ 0 + sector + time + (1 | school)'), 'en');
    expect(text).toContain('is the level of enth itself and no difference');
    expect(text).not.toMatch(/higher|lower/);
  });

  test('says what is clear with direction, size and interval, the rest by name, and what is not clear', () => {
    const text = explainMultilevel(changed, 'nl');
    expect(text).toMatch(
      /^Duidelijk in 4\.825 metingen: enth ligt per stap van 1 in board 0,049 hoger \(tussen 0,035 en 0,062\) en per stap van 1 in time 0,060 lager \(.*\), gerekend bij sector po\. /,
    );
    expect(text).toMatch(
      /Ook duidelijk: lager bij sector vo en bij sector mbo, en hoger per stap van time bij sector vo; of enth samenhangt met .*de combinatie time × sector mbo, is niet duidelijk\. /,
    );
    expect(text).toContain(
      'Van de verschillen die overblijven ligt 23% tussen scholen, 40% tussen leraren en de rest tussen losse metingen.',
    );
    expect(text).toMatch(/Let op: dit is een samenhang; wat de oorzaak is, blijkt er niet uit\.$/);
  });

  test('a term that is in an interaction is about the reference', () => {
    expect(explainMultilevel(changed, 'en')).toContain('taken at sector po');
    expect(explainMultilevel(changed, 'en')).toContain('higher per step of time for sector vo');
  });

  test('one term has a sentence for its size and one for its chance', () => {
    expect(explainMultilevel(model('enth ~ time + (1 | school)'), 'en')).toMatch(
      /^Per step of 1 in time, enth is 0\.05\d lower on average \(probably between .*\)\. Without a real relation, .* \(p < 0\.001\)\. Of the differences that remain/,
    );
  });

  test('nothing clear is said first, with the strongest', () => {
    const noise = multilevelModel(data, { formula: 'enth ~ vout + cohort + (1 | school)' });
    const text = explainMultilevel(noise, 'en');
    expect(text).toMatch(
      /^Whether enth goes with vout and cohort is not clear \(.* measurements\)\. Strongest is this: /,
    );
  });

  test('levels that differ among themselves, and not from the reference, are clear', () => {
    const middle = {
      ...changed,
      fixed: changed.fixed.map((row) => (row.term.startsWith('sector') ? { ...row, p: 0.4 } : row)),
    };
    expect(explainMultilevel(middle, 'en')).toMatch(/Also clear: .*different by sector/);
  });

  test('columns without a plural of their own go by their name', () => {
    const regions = {
      ...changed,
      shares: [
        { group: 'region', share: 0.1 },
        { group: 'residual', share: 0.9 },
      ],
    };
    expect(explainMultilevel(regions, 'nl')).toContain('ligt 10% tussen groepen van region en de rest');
  });

  test('a model without terms is about the mean and the levels', () => {
    const text = explainMultilevel(model('enth ~ 1 + (1 | school)'), 'en');
    expect(text).toMatch(
      /^On average enth is 3\.\d\d \(.*\)\. Of the differences in enth, \d+% lies between schools and the rest between single measurements\.$/,
    );
  });

  test('a model that is too rich is said to be', () => {
    const flat = multilevelModel(slopesTable(), { formula: 'flat ~ time + (1 + time | school)' });
    expect(explainMultilevel(flat, 'nl')).toContain('Let op: het model is rijker dan deze gegevens dragen');
  });

  test('group effects: how many stand out, and no league table', () => {
    const [effects] = changed.effects ?? [];
    expect(explainGroupEffects(effects, 'nl')).toMatch(
      /^Van 212 scholen ligt het interval van \d+ helemaal boven en van \d+ helemaal onder/,
    );
    expect(explainGroupEffects(effects, 'en')).toContain('so this is no league table.');
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
  expect(explainLikelihoodRatio(result, 'en')).toContain('fits the data clearly better than');
  expect(explainLikelihoodRatio(result, 'nl')).toMatch(
    /past duidelijk beter .* Zonder echte verbetering .*p = 0,0/,
  );
  const reduction = varianceReduction(larger, model(`enth ~ time + ${groups}`, { method: 'ML' }));
  expect(explainVarianceReduction(reduction, 'nl')).toMatch(
    /het eenvoudige openlaat: -?\d+(,\d)?% tussen leraren, \d+% tussen scholen en -?\d+(,\d)?% tussen losse metingen/,
  );
});
