import { expect, it } from 'vitest';
import { steppedTime } from './TimeField.tsx';

it.each([
  ['15:45', 1, '15:50'],
  ['15:45', -1, '15:40'],
  ['15:43', 1, '15:45'],
  ['15:43', -1, '15:40'],
  ['23:55', 1, '00:00'],
  ['00:00', -1, '23:55'],
] as const)('U13: %s stepped by %i is %s', (time, direction, stepped) =>
  expect(steppedTime(time, direction)).toBe(stepped),
);
