import { expect, it } from 'vitest';
import { firstNames } from './first-names.ts';

const called = (...names: string[]) => [...firstNames(names.map((name) => ({ id: name, name }))).values()];

it('colleagues are called by their first name', () => {
  expect(called('Sam de Boer', 'Tom Visser', 'Yasmin')).toEqual(['Sam', 'Tom', 'Yasmin']);
});

it('two of one name get the start of their last name', () => {
  expect(called('Sam de Boer', 'Sam Visser', 'Tom')).toEqual(['Sam B', 'Sam V', 'Tom']);
});

it('where that is not enough, the whole name', () => {
  expect(called('Sam Boer', 'Sam Bos', 'sam')).toEqual(['Sam Boer', 'Sam Bos', 'sam']);
});
