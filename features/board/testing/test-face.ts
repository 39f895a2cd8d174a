import * as fc from 'fast-check';
import {
  type boardAccess,
  type boardPart,
  inspirationKinds,
  moodScales,
  type TeamState,
} from '#features/board/domain';
import { type Around, asks, type BusyTeam, type Calls, type TestFace } from '#packages/feature/testing';
import { newId } from '#packages/kernel';

type Commands = (typeof boardPart)['commands'];

const calls = ({ one, another, day }: Around) => {
  const [sessionId, memberId, part] = [one('boardSession'), one('member'), one('partOfBoard')];
  const [successId, topicId, inspirationId] = [one('success'), one('parkedTopic'), one('inspiration')];
  const someone = fc.option(memberId);
  const goalId = fc.option(one('goal'));
  const text = fc.constantFrom('Exit tickets', 'Denkstappen', 'Lesdoelkaart', 'Maatjes');
  const step = fc.integer({ min: 1, max: 5 });
  const column = fc.integer({ min: 1, max: 3 });
  const title = fc.option(fc.constant('Onze doelen'));
  const budgets = fc.array(fc.constantFrom(60, 120, 300), { minLength: 5, maxLength: 5 });
  const inSession = fc.record({ sessionId });
  const fromStep = fc.record({ sessionId, from: step });
  const success = { text, byId: someone, aboutId: someone, goalId };
  const inspiring = { text, day: fc.option(day) };
  return {
    'board.movePart': fc.record({ part, column, index: fc.nat(3) }),
    'board.hidePart': fc.record({ part, hidden: fc.boolean() }),
    'board.renamePart': fc.record({ part, title }),
    'board.arrange': fc.record({
      parts: fc.uniqueArray(fc.record({ part, column, hidden: fc.boolean(), title }), {
        minLength: 1,
        maxLength: 4,
        selector: (place) => place.part,
      }),
    }),
    'board.settings': fc.record({
      moodScale: fc.constantFrom(...moodScales),
      budgets,
      chime: fc.boolean(),
    }),
    'session.start': fc.record({ id: another('boardSession'), leaderId: memberId }),
    'session.cancel': inSession,
    'session.next': fromStep,
    'session.back': fromStep,
    'session.goTo': fc.record({ sessionId, from: step, to: step }),
    'session.addMinute': fromStep,
    'session.pause': inSession,
    'session.resume': inSession,
    'session.takeOver': fc.record({ sessionId, memberId }),
    'session.reveal': inSession,
    'session.close': inSession,
    'session.closeForgotten': inSession,
    'checkIn.mark': fc.record({
      id: another('checkIn'),
      sessionId,
      memberId,
      mark: fc.constantFrom('good', 'sunny', '7'),
      remark: fc.option(text),
    }),
    'checkIn.clear': fc.record({ sessionId, memberId }),
    'success.add': fc.record({ id: another('success'), ...success }),
    'success.edit': fc.record({ successId, ...success }),
    'success.cheer': fc.record({ successId, memberId, cheer: fc.boolean() }),
    'success.remove': fc.record({ successId }),
    'success.restore': fc.record({ successId }),
    'parked.add': fc.record({
      id: another('parkedTopic'),
      text,
      byId: someone,
      goalId,
      actionId: fc.option(one('action')),
    }),
    'parked.edit': fc.record({ topicId, text }),
    'parked.settle': fc.record({ topicId, outcome: fc.option(text) }),
    'parked.unsettle': fc.record({ topicId }),
    'parked.remove': fc.record({ topicId }),
    'parked.restore': fc.record({ topicId }),
    'inspiration.add': fc.record({
      id: another('inspiration'),
      kind: fc.constantFrom(...inspirationKinds),
      ...inspiring,
    }),
    'inspiration.edit': fc.record({ inspirationId, ...inspiring }),
    'inspiration.move': fc.record({ inspirationId, index: fc.nat(3) }),
    'inspiration.remove': fc.record({ inspirationId }),
    'inspiration.restore': fc.record({ inspirationId }),
  } satisfies Calls<Commands>;
};

type Team = BusyTeam<Commands, TeamState>;

/** A session in which everybody checks in, three successes, and a subject that is parked and settled. */
const weeks = () => {
  let sessionId = '';
  return {
    opens: ({ act, member, members, state, week }: Team) => {
      sessionId = newId();
      act('session.start', { id: sessionId, leaderId: member(week) });
      for (const memberId of members)
        act('checkIn.mark', {
          id: newId(),
          sessionId,
          memberId,
          mark: 'good',
          remark: memberId === members[0] ? 'Fijne les gehad' : null,
        });
      const goal = state.goal.all().findLast(({ closedOn }) => closedOn === null);
      for (let each = 0; each < 3; each += 1)
        act('success.add', {
          id: newId(),
          text: `Groep ${each + 3} legde zelf het lesdoel uit, en ook waarom (${week}).`,
          byId: member(week + each),
          aboutId: null,
          goalId: goal?.id ?? null,
        });
    },
    during: ({ act, week }: Team) => {
      const topicId = newId();
      const text = `Wie regelt de schoolreis? (${week})`;
      act('parked.add', { id: topicId, text, byId: null, goalId: null, actionId: null });
      act('parked.settle', { topicId, outcome: 'De directie regelt het.' });
    },
    closes: ({ act }: Team) => act('session.close', { sessionId }),
  };
};

export const testFace: TestFace = {
  whoMay: {
    capabilities: {
      'board.takePart': 'take',
      'board.use': 'use',
      'board.arrange': 'arrange',
    } satisfies Record<keyof typeof boardAccess, string>,
    commands: {
      ...asks('arrange', 'board.arrange', 'board.movePart', 'board.hidePart', 'board.renamePart'),
      ...asks('arrange', 'board.settings'),
      ...asks('use', 'session.start', 'session.cancel', 'session.next', 'session.back', 'session.goTo'),
      ...asks('use', 'session.addMinute', 'session.pause', 'session.resume', 'session.takeOver'),
      ...asks('use', 'session.reveal', 'session.close'),
      ...asks('nobody', 'session.closeForgotten'),
      ...asks('take', 'checkIn.mark', 'checkIn.clear'),
      ...asks('take', 'success.add', 'success.edit', 'success.cheer', 'success.remove', 'success.restore'),
      ...asks('take', 'parked.add', 'parked.edit', 'parked.settle', 'parked.unsettle'),
      ...asks('take', 'parked.remove', 'parked.restore'),
      ...asks('use', 'inspiration.add', 'inspiration.edit', 'inspiration.move'),
      ...asks('use', 'inspiration.remove', 'inspiration.restore'),
    } satisfies Record<keyof Commands, string>,
    endpoints: { 'GET /teams/:team/board-sessions/:boardSession/pdf': 'read' },
  },
  calls,
  weeks,
};
