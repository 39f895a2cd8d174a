import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { member } from '#features/people/testing';
import { openRhythm } from '#features/rhythm/testing';
import { addDays } from '#packages/kernel';
import { id, teamId } from '#packages/testing/stream';
import { leaderFor, leaderQueue, sessionLed, upcomingLeaders } from './leaders.ts';

/** Per session: which of the members are away. */
const year = fc.integer({ min: 2, max: 10 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    away: fc.array(fc.uniqueArray(fc.nat(size - 1)), { minLength: 1, maxLength: 40 }),
  }),
);

const firstDay = '2026-08-25';
const memberId = (n: number) => id(100 + n);

/** A year of sessions led by whoever's turn it is: per session, who was away and who led. */
function ledIn({ size, away }: { size: number; away: number[][] }) {
  const team = openRhythm();
  const others = team.state.member.all().map(({ id }) => id);
  team.apply(others.map((other) => ({ remove: 'member', id: other })));
  return away.map((gone, week) => {
    const day = addDays(firstDay, week * 7);
    for (let n = 0; n < size; n += 1) {
      team.apply([member(memberId(n), `Collega ${n}`, { awayUntil: gone.includes(n) ? day : null })]);
    }
    const front = leaderQueue(team.state);
    const leader = leaderFor(team.state, day)?.memberId ?? null;
    if (leader)
      team.apply(sessionLed(team.state, { sessionId: id(1000 + week), day, leaderId: leader }, teamId));
    return { gone: gone.map(memberId), leader, front };
  });
}

describe('the rota over a year', () => {
  it('R14: with everybody there, everyone leads once before anyone leads twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 30 }), (size, sessions) => {
        const led = ledIn({ size, away: Array.from({ length: sessions }, () => []) });
        led.forEach(({ leader }, week) => {
          const before = led.slice(Math.max(0, week - size + 1), week).map((session) => session.leader);
          expect(before).not.toContain(leader);
        });
      }),
    );
  });

  it('R16: whoever is there never leads twice while somebody else who was there all that time leads never', () => {
    fc.assert(
      fc.property(year, (weeks) => {
        const led = ledIn(weeks);
        for (let start = 0; start < led.length; start += 1) {
          for (let end = start + 1; end < led.length; end += 1) {
            const stretch = led.slice(start, end + 1);
            const twice = led[start]?.leader;
            if (twice === null || led[end]?.leader !== twice) continue;
            const leaders = new Set(stretch.map((session) => session.leader));
            for (let n = 0; n < weeks.size; n += 1) {
              if (stretch.every((session) => !session.gone.includes(memberId(n)))) {
                expect(leaders).toContain(memberId(n));
              }
            }
          }
        }
      }),
    );
  });

  it('R16: who is away never leads, and nobody in front of the leader was there', () => {
    fc.assert(
      fc.property(year, (weeks) => {
        for (const { gone, leader, front } of ledIn(weeks)) {
          if (leader === null) {
            expect(gone).toHaveLength(weeks.size);
            continue;
          }
          expect(gone).not.toContain(leader);
          for (const ahead of front.slice(0, front.indexOf(leader))) expect(gone).toContain(ahead);
        }
      }),
    );
  });

  it('R18: what the board foretells is what happens when nothing changes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 5 })), { minLength: 4, maxLength: 4 }),
        (days) => {
          const team = openRhythm();
          const members = team.state.member.all().filter((each) => each.leftOn === null);
          members.forEach((each, n) => {
            team.apply([member(each.id, each.name, { workDays: days[n] ?? [] })]);
          });
          team.do('fixedMoment.set', { weekday: 2, startsAt: '15:45', minutes: 15, place: null });
          const foretold = upcomingLeaders(team.state, team.today, 6);
          for (const [week, { day, leader }] of foretold.entries()) {
            if (day === null) throw new Error('no day');
            expect(leaderFor(team.state, day)).toEqual(leader);
            if (!leader) continue;
            const led = { sessionId: id(1000 + week), day, leaderId: leader.memberId };
            team.apply(sessionLed(team.state, led, teamId));
          }
        },
      ),
    );
  });
});
