import { boardPart, type TeamCommandName, type TeamPayloads, type TeamState } from '#features/board/domain';
import { teamStreams } from '#features/people/domain';
import { addDays, type Day, dayIn, instantAt, isRefusal, newId } from '#packages/kernel';
import { applyChanges, assemble, emptyState, leaving, runCommand, withNeeds } from '#packages/sync';

const definitions = assemble([teamStreams], withNeeds(boardPart));
const found = definitions.get('team');
if (!found) throw new Error('there is no team');
export const teamBoard = found;

const TEAM = '00000000-0000-7000-8000-000000000001';
const FIRST_TUESDAY: Day = '2026-08-25';
const MEMBERS = 8;
/** Board sessions in a school year. */
const SESSIONS = 40;

/**
 * A busy team's board at the end of so many school years: eight people who check in, celebrate, agree on actions, measure, visit and
 * park every week. Every evening what has had its time leaves, as on the server, unless `keepsAll`.
 */
export function boardAfter(schoolYears: number, { keepsAll = false } = {}): TeamState {
  let at = 0;
  let day = FIRST_TUESDAY;
  const members = Array.from({ length: MEMBERS }, () => newId());
  let state = applyChanges(emptyState(teamBoard) as TeamState, [
    { put: 'team', value: { id: TEAM, name: 'Bovenbouw', kind: 'teachers', accent: 'teal' } },
    ...members.map((id, index) => ({
      put: 'member',
      value: {
        id,
        personId: newId(),
        name: `Collega ${index} van der Linden`,
        initials: `C${index}`,
        workDays: [1, 2, 3, 4, 5],
        awayUntil: null,
        joinedOn: '2026-08-24',
        leftOn: null,
      },
    })),
  ]);
  const act = <Name extends TeamCommandName>(name: Name, payload: TeamPayloads[Name]): void => {
    at += 5000;
    const now = new Date(instantAt(day, '15:45').getTime() + at);
    const context = {
      stream: { kind: 'team', id: TEAM },
      memberId: members[0] ?? null,
      now: now.toISOString(),
      today: dayIn(now),
    };
    const outcome = runCommand(teamBoard, state, { name, payload }, context);
    if (isRefusal(outcome)) throw new Error(`${name} was refused on ${day}: ${JSON.stringify(outcome)}`);
    state = applyChanges(state, outcome);
  };
  const member = (index: number): string => members[index % MEMBERS] ?? '';
  let goals: string[] = [];
  let actions: string[] = [];
  let visits: string[] = [];

  for (let week = 0; week < schoolYears * 52; week += 1, day = addDays(day, 7)) {
    if (week % 52 >= SESSIONS) continue;
    at = 0;
    if (week % 8 === 0) {
      act('period.add', {
        id: newId(),
        number: (Math.floor(week / 8) % 20) + 1,
        name: null,
        firstDay: addDays(day, -1),
        lastDay: addDays(day, 54),
      });
      for (const goalId of goals) act('goal.close', { goalId, outcome: 'reached', closedOn: null });
      goals = [newId(), newId()];
      for (const [index, id] of goals.entries())
        act('goal.add', {
          id,
          text: `De leerlingen leggen in eigen woorden uit wat zij leren en waarom, en laten zien dat het lukt (${week}.${index}).`,
          pupils: null,
          target: 8,
          weeks: 8,
          startedOn: day,
          periodId: null,
          ownerId: member(index),
          baseline: { id: newId(), value: 5, byMemberId: member(index) },
        });
    }
    const sessionId = newId();
    act('session.start', { id: sessionId, leaderId: member(week) });
    for (const memberId of members)
      act('checkIn.mark', {
        id: newId(),
        sessionId,
        memberId,
        mark: 'good',
        remark: memberId === members[0] ? 'Fijne les gehad' : null,
      });
    for (let each = 0; each < 3; each += 1)
      act('success.add', {
        id: newId(),
        text: `Groep ${each + 3} legde zelf het lesdoel uit, en ook waarom (${week}).`,
        byId: member(week + each),
        aboutId: null,
        goalId: goals[0] ?? null,
      });
    for (const actionId of actions) act('action.tick', { actionId, doneAt: null });
    actions = Array.from({ length: 4 }, () => newId());
    for (const [index, id] of actions.entries())
      act('action.add', {
        id,
        kind: index % 2 === 0 ? 'classroom' : 'team',
        text: `Exit tickets maken voor de les van donderdag (${week}.${index})`,
        ownerId: member(week + index),
        alsoIds: [],
        goalId: index < 2 ? (goals[index] ?? null) : null,
        due: addDays(day, 7),
      });
    if (week % 4 === 2)
      for (const goalId of goals)
        act('goal.measure', {
          id: newId(),
          goalId,
          period: (Math.floor((week % 8) / 4) % 2) + 1,
          value: 6.5,
          measuredOn: null,
          byMemberId: member(week),
          note: null,
        });
    const topicId = newId();
    act('parked.add', {
      id: topicId,
      text: `Wie regelt de schoolreis? (${week})`,
      byId: null,
      goalId: null,
      actionId: null,
    });
    act('parked.settle', { topicId, outcome: 'De directie regelt het.' });
    for (const visitPairId of visits) act('visitPair.tookPlace', { visitPairId, on: null });
    visits = [newId(), newId()];
    for (const [index, id] of visits.entries())
      act('visitPair.plan', {
        id,
        visitorId: member(week + index),
        visitedId: member(week + index + 3),
        alsoVisitorId: null,
        day: addDays(day, 2),
        startsAt: '10:30',
        viewingQuestion: 'Wat zeggen leerlingen over het lesdoel?',
      });
    act('programmeItem.add', {
      id: newId(),
      day,
      minutes: 45,
      subject: 'Samen een rekenles voorbereiden',
      memberIds: [],
      who: 'in duo’s',
    });
    act('session.close', { sessionId });
    if (!keepsAll) state = applyChanges(state, leaving(teamBoard, state, day));
  }
  return state;
}

/** One more check-in on this board, as it comes down the log: what a tap costs everybody who follows. */
export const oneCheckIn = (state: TeamState) =>
  [
    {
      put: 'checkIn',
      value: {
        id: newId(),
        sessionId: state.boardSession.all()[0]?.id ?? newId(),
        memberId: state.member.all()[0]?.id ?? newId(),
        mark: 'good',
        remark: null,
        markedAt: '2028-05-30T13:45:00.000Z',
      },
    },
  ] as const;
