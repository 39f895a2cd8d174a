import { describe, expect, it } from 'vitest';
import { pages } from '../../apps/web/pages.tsx';
import { doorsOf, type Framed, otherTeamAt, waysBehind } from '../../apps/web/where.ts';
import { doors, MOST_DOORS, MOST_TABS } from '../../packages/feature/web/index.ts';

/** Somebody who may open everything sees the most. */
const everything = { team: 'team', schoolWhere: () => 'school' };

/** What goes beyond what fits, in words. */
const tooMuch = (all: readonly Framed[]): string[] => [
  ...(doorsOf(all, everything, null).length > MOST_DOORS ? ['doors'] : []),
  ...doors.map(({ name }) => name).filter((name) => waysBehind(name, all, everything).length > MOST_TABS),
];

/** Pages of whoever is in that have no doors around them, and why. */
const OUTSIDE = ['/team/:team/session']; // The session's own steps and clock stand there.

describe('the doors of the frame', () => {
  it('are at most six, with at most four pages to choose from behind each', () => {
    expect(tooMuch(pages)).toEqual([]);
  });

  it('one page too many behind a door is found', () => {
    const more = [1, 2, 3, 4, 5].map((order) => ({
      path: `/planted/${order}`,
      place: { door: 'year' as const, tab: { order, title: { nl: 'Geplant', en: 'Planted' } } },
    }));
    expect(tooMuch([...pages, ...more])).toEqual(['year']);
  });

  it('all lead somewhere', () => {
    expect(doorsOf(pages, everything, null).map(({ name }) => name)).toEqual(doors.map(({ name }) => name));
  });

  it('have every page behind them that is not at the door of the house itself', () => {
    const outside = pages.filter((page) => page.for !== 'everybody' && page.place === undefined);
    expect(outside.map(({ path }) => path)).toEqual(OUTSIDE);
  });

  it.each(doors)('no two pages behind $name claim one place', ({ name }) => {
    const orders = pages.flatMap(({ place }) => (place?.door === name && place.tab ? [place.tab.order] : []));
    expect(new Set(orders).size).toBe(orders.length);
  });

  it('that lead nowhere for somebody do not show', () => {
    const nothing = { team: null, schoolWhere: () => null };
    expect(doorsOf(pages, nothing, 'today').map(({ name, isHere }) => [name, isHere])).toEqual([
      ['today', true],
    ]);
  });
});

describe('another team', () => {
  it.each([
    ['/team/:team/rhythm', '/team/other/rhythm'],
    ['/team/:team', '/team/other'],
    ['/', '/team/other'],
    ['/account', '/team/other'],
    ['/team/:team/sessions/:session', '/team/other'],
  ])('chosen at %s is shown at %s', (path, there) => {
    expect(otherTeamAt('other', path, pages, everything)).toBe(there);
  });
});
