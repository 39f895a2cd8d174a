import { expect, test } from 'vitest';
import { newId } from '#packages/kernel';
import { asksFirst } from './asks-first.ts';
import { sessionCookieName } from './cookies.ts';

const cookies = { [sessionCookieName]: 'somebody' };

test('a page asks who is there; one of a team asks for its stream too', () => {
  const team = newId();
  expect(asksFirst({ path: '/', cookies })).toEqual(['/me']);
  for (const path of [`/team/${team}`, `/team/${team}/people`])
    expect(asksFirst({ path, cookies })).toEqual(['/me', `/snapshot?of=team:${team}`]);
});

test('whoever is not in asks for no stream', () => {
  expect(asksFirst({ path: `/team/${newId()}`, cookies: {} })).toEqual(['/me']);
});

test('what is no team is not repeated in an answer', () => {
  for (const path of ['/team/x', '/team/1>; rel=preload', `/team/${newId()},school:x`, '/teams/1'])
    expect(asksFirst({ path, cookies })).toEqual(['/me']);
});
