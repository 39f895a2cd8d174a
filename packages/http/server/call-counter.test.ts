import { expect, test } from 'vitest';
import { CallCounter, networkOf } from './call-counter.ts';

const noon = Date.UTC(2026, 10, 24, 12);

test('so many in a minute for each, what is refused counts as well, and the next minute begins anew', () => {
  const counter = new CallCounter(3);
  const tries = (who: string, at: number) => [1, 2, 3, 4].map(() => counter.admit(who, 1, at));
  expect(tries('sam', noon)).toEqual([true, true, true, false]);
  expect(tries('vera', noon + 59_999)).toEqual([true, true, true, false]);
  expect(counter.admit('sam', 1, noon + 59_999)).toBe(false);
  expect(tries('sam', noon + 60_000)).toEqual([true, true, true, false]);
});

test('one call may count for many', () => {
  const counter = new CallCounter(100);
  expect([60, 40, 1].map((count) => counter.admit('sam', count, noon))).toEqual([true, true, false]);
});

test.each([
  ['203.0.113.5', '203.0.113.5'],
  ['::ffff:203.0.113.5', '203.0.113.5'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['no address', 'no address'],
])('%s calls from %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
