import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type AnyState, plainOf, withheld, withheldChanges, withheldState } from '#packages/sync';
import { membersOnly } from './members-only.ts';
import { boardRecords } from './records.ts';
import { SESSION, startedTeam, TOM, YASMIN } from './team.fixture.ts';

describe('B32 what is for the team alone', () => {
  const team = startedTeam();
  const changes = team.do('checkIn.mark', {
    id: team.id(),
    sessionId: SESSION,
    memberId: TOM,
    mark: 'rough',
    remark: 'slecht geslapen',
  });

  it('who was there goes out, and not how they arrived', () => {
    const out = withheldChanges(membersOnly, changes);
    expect(out).toMatchObject([{ put: 'checkIn', value: { memberId: TOM, mark: null, remark: null } }]);
    expect(JSON.stringify(out)).not.toMatch(/rough|slecht/);
  });

  it('a whole board goes out with everything but that', () => {
    const whole = plainOf(team.state as unknown as AnyState);
    const out = withheldState(membersOnly, whole);
    expect(JSON.stringify(out)).not.toMatch(/rough|slecht/);
    const { checkIn: _, ...rest } = whole;
    const { checkIn: __, ...restOut } = out;
    expect(restOut).toEqual(rest);
  });

  it('what nothing is withheld of is the very same: it costs nothing', () => {
    const session = team.lastSession();
    expect(withheld(membersOnly, 'boardSession', session)).toBe(session);
    expect(withheld(membersOnly, 'constructor', session)).toBe(session);
    const gone = [
      { remove: 'checkIn', id: TOM },
      { put: 'boardSession', value: session },
    ] as const;
    expect(withheldChanges(membersOnly, gone)).toBe(gone);
  });

  it('a record without it still is one: every withheld field may be null', () => {
    for (const [kind, fields] of Object.entries(membersOnly)) {
      const { shape } = boardRecords[kind as keyof typeof membersOnly];
      for (const field of fields)
        expect(z.safeParse(shape[field], null).success, `${kind}.${field}`).toBe(true);
    }
  });

  it('commands run on what a guest knows: checking in again works, and is not taken back to nothing', () => {
    const guest = startedTeam();
    guest.do('checkIn.mark', {
      id: guest.id(),
      sessionId: SESSION,
      memberId: YASMIN,
      mark: 'good',
      remark: null,
    });
    guest.state = {
      ...guest.state,
      checkIn: guest.state.checkIn.with(
        guest.state.checkIn.all().map((one) => [one.id, withheld(membersOnly, 'checkIn', one)] as const),
      ),
    };
    const again = { id: guest.id(), sessionId: SESSION, memberId: YASMIN, mark: 'low', remark: null };
    const { call, between } = guest.doAndUndo('checkIn.mark', again);
    expect(between.checkIn.all()).toMatchObject([{ mark: 'low' }]);
    expect(call).toBeNull();
  });
});
