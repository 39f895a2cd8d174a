import type { TeamCommandName, TeamPayloads, TeamState } from '#features/board/domain';
import { newId } from '#packages/kernel';

export type Random = () => number;

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Call = { [Name in TeamCommandName]: { name: Name; payload: TeamPayloads[Name] } }[TeamCommandName];

/** Something that somebody at this board could do now: mostly sensible, sometimes about a thing that is gone. */
export function randomCommand(state: TeamState, random: Random): Call {
  const one = <T>(things: readonly T[]): T | undefined => things[Math.floor(random() * things.length)];
  const member = one(state.member.all())?.id ?? null;
  const goal = one(state.goal.all())?.id;
  const action = one(state.action.all())?.id;
  const success = one(state.success.all())?.id;
  const topic = one(state.parkedTopic.all())?.id;
  const words = `${one(['exit tickets', 'denkstappen', 'lesdoelkaart', 'maatjes'])} ${Math.floor(random() * 1000)}`;
  const always: Call[] = [
    {
      name: 'success.add',
      payload: { id: newId(), text: words, byId: member, aboutId: null, goalId: goal ?? null },
    },
    {
      name: 'action.add',
      payload: {
        id: newId(),
        kind: random() < 0.5 ? 'team' : 'classroom',
        text: words,
        ownerId: member,
        alsoIds: [],
        goalId: goal ?? null,
        due: '2026-12-01',
      },
    },
    { name: 'parked.add', payload: { id: newId(), text: words, byId: member, goalId: null, actionId: null } },
  ];
  const about: (Call | undefined)[] = [
    action ? { name: 'action.tick', payload: { actionId: action, doneAt: null } } : undefined,
    action ? { name: 'action.untick', payload: { actionId: action } } : undefined,
    action ? { name: 'action.remove', payload: { actionIds: [action] } } : undefined,
    action ? { name: 'action.restore', payload: { actionIds: [action] } } : undefined,
    action
      ? {
          name: 'action.edit',
          payload: {
            actionId: action,
            kind: 'team',
            text: words,
            ownerId: member,
            alsoIds: [],
            goalId: null,
            due: null,
          },
        }
      : undefined,
    goal
      ? {
          name: 'goal.measure',
          payload: {
            id: newId(),
            goalId: goal,
            period: Math.floor(random() * 4),
            value: 1 + Math.floor(random() * 18) / 2,
            measuredOn: null,
            byMemberId: member,
            note: null,
          },
        }
      : undefined,
    goal ? { name: 'goal.move', payload: { goalId: goal, index: Math.floor(random() * 3) } } : undefined,
    success && member
      ? { name: 'success.cheer', payload: { successId: success, memberId: member, cheer: random() < 0.7 } }
      : undefined,
    success ? { name: 'success.remove', payload: { successId: success } } : undefined,
    topic ? { name: 'parked.settle', payload: { topicId: topic, outcome: words } } : undefined,
    topic ? { name: 'parked.edit', payload: { topicId: topic, text: words } } : undefined,
  ];
  const calls = [...always, ...about.filter((call) => call !== undefined)];
  return one(calls) ?? calls[0] ?? (always[0] as Call);
}
