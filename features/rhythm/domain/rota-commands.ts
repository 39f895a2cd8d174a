import * as z from 'zod/mini';
import { takesPart } from '#features/people/domain';
import { field, refuse } from '#packages/kernel';
import { changesOf, commandOver } from '#packages/sync';
import { leaderQueue, rotaOf } from './leaders.ts';
import type { RhythmRecords, RhythmState, Rota } from './records.ts';

const command = commandOver<RhythmState>();
const { put } = changesOf<RhythmRecords>();

type Turn = { readonly memberId: string; readonly day: string };

const memberId = field.id;
const turn = z.object({ day: field.day, memberId });

const same = (a: Turn, b: Turn): boolean => a.memberId === b.memberId && a.day === b.day;

/** The rota as everybody sees it now, written down with something changed. What is past is cleared away. */
function rotaWith(state: RhythmState, teamId: string, today: string, change: Partial<Rota>) {
  const rota = { ...rotaOf(state), id: teamId, queue: leaderQueue(state), ...change };
  const ahead = (turns: readonly Turn[]) => turns.filter((each) => each.day >= today).slice(-200);
  return [put('rota', { ...rota, skips: ahead(rota.skips), takeOvers: ahead(rota.takeOvers) })];
}

/** R22: what was said about one day's turn, so that it can be put back exactly. */
function asItWas(before: RhythmState, day: string) {
  const { skips, takeOvers } = rotaOf(before);
  const skipIds = skips.filter((skip) => skip.day === day).map((skip) => skip.memberId);
  const takeOverId = takeOvers.find((taken) => taken.day === day)?.memberId ?? null;
  return { name: 'rota.exceptions', payload: { day, skipIds, takeOverId } };
}

export const rotaCommands = {
  /** R14: the order in which members lead; who is not named comes after, in the order that there was. */
  'rota.arrange': command({
    capability: 'rhythm.plan',
    payload: z.object({ queue: z.array(memberId).check(z.maxLength(200)) }),
    run: (state, { queue }, { stream, today }) => {
      const now = leaderQueue(state);
      const named = [...new Set(queue)].filter((id) => now.includes(id));
      return rotaWith(state, stream.id, today, {
        queue: [...named, ...now.filter((id) => !named.includes(id))],
      });
    },
    undo: (before) => ({ name: 'rota.arrange', payload: { queue: leaderQueue(before) } }),
  }),

  /** R15: "not me this time": the next one leads, and who let it pass leads the session after. */
  'rota.skip': command({
    capability: 'rhythm.plan',
    payload: turn,
    run: (state, skip, { stream, today }) => {
      if (!takesPart(state, skip.memberId)) return refuse('people.member-gone');
      if (skip.day < today) return refuse('rhythm.day-past');
      const { skips, takeOvers } = rotaOf(state);
      const takenOver = takeOvers.some((taken) => same(taken, skip));
      if (skips.some((other) => same(other, skip)) && !takenOver) return [];
      return rotaWith(state, stream.id, today, {
        skips: [...skips.filter((other) => !same(other, skip)), skip],
        takeOvers: takeOvers.filter((taken) => !same(taken, skip)),
      });
    },
    undo: (before, { day }) => asItWas(before, day),
  }),

  'rota.unskip': command({
    capability: 'rhythm.plan',
    payload: turn,
    run: (state, skip, { stream, today }) => {
      const { skips } = rotaOf(state);
      if (!skips.some((other) => same(other, skip))) return [];
      return rotaWith(state, stream.id, today, { skips: skips.filter((other) => !same(other, skip)) });
    },
    undo: (before, { day }) => asItWas(before, day),
  }),

  /** Two members trade places in the queue. */
  'rota.swap': command({
    capability: 'rhythm.plan',
    payload: z.object({ memberId, otherId: memberId }),
    run: (state, { memberId, otherId }, { stream, today }) => {
      const queue = leaderQueue(state);
      if (!queue.includes(memberId) || !queue.includes(otherId)) return refuse('people.member-gone');
      if (memberId === otherId) return [];
      const traded = (id: string) => (id === memberId ? otherId : id === otherId ? memberId : id);
      return rotaWith(state, stream.id, today, { queue: queue.map(traded) });
    },
    undo: (_, { memberId, otherId }) => ({ name: 'rota.swap', payload: { memberId, otherId } }),
  }),

  /** R17: "I take over": leads that day, whoever's turn it is; whose turn it was keeps it for the next session. */
  'rota.takeOver': command({
    capability: 'rhythm.plan',
    payload: turn,
    run: (state, taken, { stream, today }) => {
      if (!takesPart(state, taken.memberId)) return refuse('people.member-gone');
      if (taken.day < today) return refuse('rhythm.day-past');
      const { skips, takeOvers } = rotaOf(state);
      if (takeOvers.some((other) => same(other, taken))) return [];
      return rotaWith(state, stream.id, today, {
        skips: skips.filter((skip) => !same(skip, taken)),
        takeOvers: [...takeOvers.filter((other) => other.day !== taken.day), taken],
      });
    },
    undo: (before, { day }) => asItWas(before, day),
  }),

  'rota.giveBack': command({
    capability: 'rhythm.plan',
    payload: z.object({ day: field.day }),
    run: (state, { day }, { stream, today }) => {
      const { takeOvers } = rotaOf(state);
      if (!takeOvers.some((taken) => taken.day === day)) return [];
      return rotaWith(state, stream.id, today, { takeOvers: takeOvers.filter((taken) => taken.day !== day) });
    },
    undo: (before, { day }) => asItWas(before, day),
  }),

  /** Puts back everything that was said about one day: who lets the turn pass, who takes over. */
  'rota.exceptions': command({
    capability: 'rhythm.plan',
    payload: z.object({
      day: field.day,
      skipIds: z.array(memberId).check(z.maxLength(200)),
      takeOverId: field.nullable(memberId),
    }),
    run: (state, { day, skipIds, takeOverId }, { stream, today }) => {
      if (takeOverId !== null && !takesPart(state, takeOverId)) return refuse('people.member-gone');
      const { skips, takeOvers } = rotaOf(state);
      const others = (turns: readonly Turn[]) => turns.filter((turn) => turn.day !== day);
      return rotaWith(state, stream.id, today, {
        skips: [...others(skips), ...[...new Set(skipIds)].map((memberId) => ({ day, memberId }))],
        takeOvers: [...others(takeOvers), ...(takeOverId === null ? [] : [{ day, memberId: takeOverId }])],
      });
    },
    undo: (before, { day }) => asItWas(before, day),
  }),
} as const;
