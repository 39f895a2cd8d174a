import { currentMembers, type Member, takesPart } from '#features/people/domain';
import { type Day, weekday } from '#packages/kernel';
import type { Change } from '#packages/sync';
import { changesOf } from '#packages/sync';
import type { CoachLead, LedHow, LedSession, RhythmRecords, RhythmState, Rota } from './records.ts';
import { nextSession, plannedOn, sessionDays } from './sessions.ts';

const { put } = changesOf<RhythmRecords>();

/** The team's rota; an empty one as long as nobody touched it. A stream holds one team. */
export const rotaOf = (state: Pick<RhythmState, 'rota'>): Omit<Rota, 'id'> =>
  state.rota.all()[0] ?? { queue: [], skips: [], takeOvers: [] };

/** R23: the coach who leads until the team is handed its sessions; null when nobody does. */
export function leadingCoach(state: Pick<RhythmState, 'coachLead' | 'member'>): CoachLead | null {
  const lead = state.coachLead.all()[0];
  return lead && lead.handedOverOn === null && takesPart(state, lead.memberId) ? lead : null;
}

/**
 * R14, R15: everyone in the team, next one first. Whoever led goes to the end; whoever was away or let a turn
 * pass keeps the place in front; who is new comes last; who left is not in it.
 */
export function leaderQueue(state: RhythmState): string[] {
  const here = currentMembers(state).map((member) => member.id);
  const queued = rotaOf(state).queue.filter((id) => here.includes(id));
  return [...queued, ...here.filter((id) => !queued.includes(id))];
}

/** R16: at school on that day: not away, and on a working day. Being on line or not never counts (R20). */
export const isAtSchool = (member: Member, day: Day): boolean =>
  !isAway(member, day) && member.workDays.includes(weekday(day));

const isAway = (member: Member, day: Day): boolean => member.awayUntil !== null && day <= member.awayUntil;

export type Leader = { readonly memberId: string; readonly how: LedHow };

const skipped = (state: RhythmState, memberId: string, day: Day): boolean =>
  rotaOf(state).skips.some((skip) => skip.memberId === memberId && skip.day === day);

function leaderFrom(queue: readonly string[], state: RhythmState, day: Day): Leader | null {
  const takenOver = rotaOf(state).takeOvers.find((taken) => taken.day === day);
  if (takenOver && takesPart(state, takenOver.memberId))
    return { memberId: takenOver.memberId, how: 'take-over' };

  const agreed = state.member.get(plannedOn(state, day)?.leaderId ?? '');
  if (agreed && agreed.leftOn === null && !isAway(agreed, day) && !skipped(state, agreed.id, day)) {
    return { memberId: agreed.id, how: 'agreed' };
  }

  const coach = state.member.get(leadingCoach(state)?.memberId ?? '');
  if (coach && !isAway(coach, day) && !skipped(state, coach.id, day))
    return { memberId: coach.id, how: 'agreed' };

  const place = queue.findIndex((id) => {
    const member = state.member.get(id);
    return member !== undefined && isAtSchool(member, day) && !skipped(state, id, day);
  });
  const memberId = queue[place];
  return memberId === undefined ? null : { memberId, how: place === 0 ? 'turn' : 'stand-in' };
}

/**
 * R17, R23: who leads the session of a day: who took over; else who was agreed for that date; else the coach, until the team
 * was handed its sessions; else the first in the queue who is at school and did not let the turn pass. Null when nobody is.
 */
export function leaderFor(state: RhythmState, day: Day): Leader | null {
  return leaderFrom(leaderQueue(state), state, day);
}

/** Whoever has no turn in the queue (a guest) gets none by leading. */
const toTheEnd = (queue: readonly string[], memberId: string): readonly string[] =>
  queue.includes(memberId) ? [...queue.filter((id) => id !== memberId), memberId] : queue;

/** `day` and `how` are null as long as the team has neither a fixed moment nor anything planned. */
export type UpcomingLeader = { readonly day: Day | null; readonly leader: Leader | null };

/** R18: who leads the coming sessions if nothing changes, the next one first. */
export function upcomingLeaders(state: RhythmState, today: Day, count: number): UpcomingLeader[] {
  const next = nextSession(state, today);
  let queue: readonly string[] = leaderQueue(state);
  if (next === null) {
    const coach = leadingCoach(state);
    const here = queue.filter((id) => {
      const member = state.member.get(id);
      return member !== undefined && !isAway(member, today);
    });
    if (coach) return [{ day: null, leader: { memberId: coach.memberId, how: 'agreed' } }];
    return here.slice(0, count).map((memberId) => ({ day: null, leader: { memberId, how: 'turn' } }));
  }
  return [
    ...sessionDays(state, next.day)
      .take(count)
      .map(({ day }) => {
        const leader = leaderFrom(queue, state, day);
        if (leader) queue = toTheEnd(queue, leader.memberId);
        return { day, leader };
      }),
  ];
}

/**
 * R19: what the end of a session changes: who led goes to the end of the queue, and into the history. The same
 * session counts once. Passed turns and take-overs up to that day are done with.
 */
export function sessionLed(
  state: RhythmState,
  session: { readonly sessionId: string; readonly day: Day; readonly leaderId: string },
  teamId: string,
): Change[] {
  const { sessionId, day, leaderId } = session;
  if (state.ledSession.get(sessionId)) return [];
  const expected = leaderFor(state, day);
  const how = expected?.memberId === leaderId ? expected.how : 'take-over';
  const { skips, takeOvers } = rotaOf(state);
  const queue = leaderQueue(state);
  return [
    put('ledSession', { id: sessionId, day, leaderId, how }),
    put('rota', {
      id: teamId,
      queue: [...toTheEnd(queue, leaderId)],
      skips: skips.filter((skip) => skip.day > day),
      takeOvers: takeOvers.filter((taken) => taken.day > day),
    }),
  ];
}

/** Who led when, the latest first. */
export function leaderHistory(state: Pick<RhythmState, 'ledSession'>): LedSession[] {
  return [...state.ledSession.all()].sort((a, b) => b.day.localeCompare(a.day) || b.id.localeCompare(a.id));
}
