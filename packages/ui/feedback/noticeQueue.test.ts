import { expect, it } from 'vitest';
import { afterAct, type Queued, withNotice } from './noticeQueue.ts';

const done = (key: number): Queued => ({ key, waits: false });
const refused = (key: number): Queued => ({ key, waits: true });
const after = (...notices: Queued[]) =>
  notices.reduce<readonly Queued[]>((queue, notice) => withNotice(queue, notice), []).map(({ key }) => key);

it('U11: of what was done only the last is told', () => {
  expect(after(done(1), done(2), done(3))).toEqual([3]);
});

it('U11: a warning is read to its end, and what was done after it comes next', () => {
  expect(after(refused(1), done(2))).toEqual([1, 2]);
  expect(after(refused(1), done(2), done(3))).toEqual([1, 3]);
});

it('U11: a warning takes the place of what was done, and warnings follow each other', () => {
  expect(after(done(1), refused(2))).toEqual([2]);
  expect(after(refused(1), refused(2))).toEqual([1, 2]);
});

it('U11: what was done is gone at the next act, a warning is not', () => {
  expect(afterAct([refused(1), done(2)]).map(({ key }) => key)).toEqual([1]);
});
