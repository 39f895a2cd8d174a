import { describe, expect, it } from 'vitest';
import { boardCommands } from './commands.ts';
import type { TeamPayloads } from './part.ts';
import { standardBoard } from './standard-board.ts';
import { boardOf } from './state.ts';
import {
  atMinute,
  bareBoard,
  idOf,
  SAM,
  SESSION,
  STRANGER,
  startedTeam,
  TEAM,
  TOM,
  YASMIN,
} from './team.fixture.ts';

/**
 * What holds for every command of the board. The tables name each of them (the compiler sees to that), so that a new
 * command cannot be forgotten here.
 */
type Name = keyof typeof boardCommands;
const names = Object.keys(boardCommands) as Name[];

const SUCCESS = idOf(601);
const REMOVED_SUCCESS = idOf(602);
const TOPIC = idOf(611);
const SETTLED_TOPIC = idOf(612);
const REMOVED_TOPIC = idOf(613);
const STORY = idOf(621);
const SECOND_STORY = idOf(622);
const REMOVED_STORY = idOf(623);

const topic = { byId: TOM, goalId: null, actionId: null };
const success = { byId: TOM, aboutId: SAM, goalId: null };

/** A board in the middle of a session, with one of everything, and one of everything taken off. */
function busyTeam() {
  const team = startedTeam();
  team.do('checkIn.mark', { id: idOf(701), sessionId: SESSION, memberId: TOM, mark: 'good', remark: null });
  team.do('success.add', { id: SUCCESS, text: 'Groep 7 legde het lesdoel uit', ...success });
  team.do('success.add', { id: REMOVED_SUCCESS, text: 'Dubbel', ...success });
  team.do('success.remove', { successId: REMOVED_SUCCESS });
  team.do('parked.add', { id: TOPIC, text: 'Rooster van maart', ...topic });
  team.do('parked.add', { id: SETTLED_TOPIC, text: 'Sleutel van de gymzaal', ...topic });
  team.do('parked.settle', { topicId: SETTLED_TOPIC, outcome: 'Hangt bij de conciërge' });
  team.do('parked.add', { id: REMOVED_TOPIC, text: 'Dubbel', ...topic });
  team.do('parked.remove', { topicId: REMOVED_TOPIC });
  for (const id of [STORY, SECOND_STORY, REMOVED_STORY]) {
    team.do('inspiration.add', { id, kind: 'arena', text: 'Wat leerlingen zeiden', day: null });
  }
  team.do('inspiration.remove', { inspirationId: REMOVED_STORY });
  team.do('session.next', { sessionId: SESSION, from: 1 });
  return team.at(1);
}

/** One good call of each command on the busy board. */
const calls: { [N in Name]: TeamPayloads[N] } = {
  'board.movePart': { part: 'parking', column: 3, index: 0 },
  'board.hidePart': { part: 'programme', hidden: true },
  'board.renamePart': { part: 'goals', title: 'Onze doelen' },
  'board.arrange': { parts: standardBoard(bareBoard, 'organisational').parts },
  'board.settings': { moodScale: 'weather', budgets: [60, 60, 300, 300, 180], chime: false },
  'session.start': { id: SESSION, leaderId: YASMIN },
  'session.cancel': { sessionId: SESSION },
  'session.next': { sessionId: SESSION, from: 2 },
  'session.back': { sessionId: SESSION, from: 2 },
  'session.goTo': { sessionId: SESSION, from: 2, to: 4 },
  'session.addMinute': { sessionId: SESSION, from: 2 },
  'session.pause': { sessionId: SESSION },
  'session.resume': { sessionId: SESSION },
  'session.takeOver': { sessionId: SESSION, memberId: TOM },
  'session.reveal': { sessionId: SESSION },
  'session.close': { sessionId: SESSION },
  'session.closeForgotten': { sessionId: SESSION },
  'checkIn.mark': {
    id: idOf(702),
    sessionId: SESSION,
    memberId: SAM,
    mark: 'low',
    remark: 'Slecht geslapen',
  },
  'checkIn.clear': { sessionId: SESSION, memberId: TOM },
  'success.add': { id: idOf(801), text: 'Drie lesbezoeken gelukt', ...success },
  'success.edit': { successId: SUCCESS, text: 'Groep 7 legde het zélf uit', ...success, aboutId: null },
  'success.cheer': { successId: SUCCESS, memberId: SAM, cheer: true },
  'success.remove': { successId: SUCCESS },
  'success.restore': { successId: REMOVED_SUCCESS },
  'parked.add': { id: idOf(802), text: 'Nieuwe boeken', ...topic },
  'parked.edit': { topicId: TOPIC, text: 'Rooster van april' },
  'parked.settle': { topicId: TOPIC, outcome: null },
  'parked.unsettle': { topicId: SETTLED_TOPIC },
  'parked.remove': { topicId: TOPIC },
  'parked.restore': { topicId: REMOVED_TOPIC },
  'inspiration.add': { id: idOf(803), kind: 'agreement', text: 'Ieder kind durft te vragen', day: null },
  'inspiration.edit': { inspirationId: STORY, text: 'Waarom we beginnen', day: '2026-09-01' },
  'inspiration.move': { inspirationId: SECOND_STORY, index: 0 },
  'inspiration.remove': { inspirationId: STORY },
  'inspiration.restore': { inspirationId: REMOVED_STORY },
};

const tooLong = 'x'.repeat(281);

/** Payloads that no screen sends, with the field that is at fault. */
const faulty: { [N in Name]: readonly [unknown, string][] } = {
  'board.movePart': [
    [{ part: 'Coffee!', column: 1, index: 0 }, 'part'],
    [{ part: 'goals', column: 4, index: 0 }, 'column'],
    [{ part: 'goals', column: 1, index: -1 }, 'index'],
  ],
  'board.hidePart': [[{ part: 'goals', hidden: 'yes' }, 'hidden']],
  'board.renamePart': [
    [{ part: 'goals', title: '  ' }, 'title'],
    [{ part: 'goals', title: 'x'.repeat(41) }, 'title'],
  ],
  'board.arrange': [
    [{ parts: [] }, 'parts'],
    [
      { parts: standardBoard(bareBoard, 'teachers').parts.map((place) => ({ ...place, part: 'goals' })) },
      'parts',
    ],
  ],
  'board.settings': [
    [{ moodScale: 'colours', budgets: [60, 60, 60, 60, 60], chime: true }, 'moodScale'],
    [{ moodScale: 'word', budgets: [60, 60, 60, 60], chime: true }, 'budgets'],
    [{ moodScale: 'word', budgets: [60, 60, 60, 60, 5], chime: true }, 'budgets.4'],
    [{ moodScale: 'word', budgets: [60, 60, 60, 60, 1801], chime: true }, 'budgets.4'],
  ],
  'session.start': [[{ id: 'x', leaderId: YASMIN }, 'id']],
  'session.cancel': [[{}, 'sessionId']],
  'session.next': [[{ sessionId: SESSION, from: 0 }, 'from']],
  'session.back': [[{ sessionId: SESSION, from: 6 }, 'from']],
  'session.goTo': [[{ sessionId: SESSION, from: 1, to: 6 }, 'to']],
  'session.addMinute': [[{ sessionId: SESSION }, 'from']],
  'session.pause': [[{ sessionId: null }, 'sessionId']],
  'session.resume': [[{}, 'sessionId']],
  'session.takeOver': [[{ sessionId: SESSION, memberId: null }, 'memberId']],
  'session.reveal': [[{}, 'sessionId']],
  'session.close': [[{}, 'sessionId']],
  'session.closeForgotten': [[{}, 'sessionId']],
  'checkIn.mark': [
    [{ id: idOf(1), sessionId: SESSION, memberId: TOM, mark: '', remark: null }, 'mark'],
    [{ id: idOf(1), sessionId: SESSION, memberId: TOM, mark: 'x'.repeat(21), remark: null }, 'mark'],
    [{ id: idOf(1), sessionId: SESSION, memberId: TOM, mark: 'good', remark: 'x'.repeat(141) }, 'remark'],
  ],
  'checkIn.clear': [[{ sessionId: SESSION }, 'memberId']],
  'success.add': [
    [{ id: idOf(1), text: ' ', ...success }, 'text'],
    [{ id: idOf(1), text: tooLong, ...success }, 'text'],
    [{ id: idOf(1), text: 'Twee\nregels', ...success }, 'text'],
  ],
  'success.edit': [[{ successId: SUCCESS, text: '', ...success }, 'text']],
  'success.cheer': [[{ successId: SUCCESS, memberId: SAM }, 'cheer']],
  'success.remove': [[{ successId: 'x' }, 'successId']],
  'success.restore': [[{}, 'successId']],
  'parked.add': [[{ id: idOf(1), text: tooLong, ...topic }, 'text']],
  'parked.edit': [[{ topicId: TOPIC, text: '' }, 'text']],
  'parked.settle': [[{ topicId: TOPIC, outcome: tooLong }, 'outcome']],
  'parked.unsettle': [[{}, 'topicId']],
  'parked.remove': [[{}, 'topicId']],
  'parked.restore': [[{}, 'topicId']],
  'inspiration.add': [
    [{ id: idOf(1), kind: 'poem', text: 'x', day: null }, 'kind'],
    [{ id: idOf(1), kind: 'arena', text: 'x'.repeat(2001), day: null }, 'text'],
    [{ id: idOf(1), kind: 'arena', text: 'x', day: '2026-02-30' }, 'day'],
  ],
  'inspiration.edit': [[{ inspirationId: STORY, text: ' \n ', day: null }, 'text']],
  'inspiration.move': [[{ inspirationId: STORY, index: -1 }, 'index']],
  'inspiration.remove': [[{}, 'inspirationId']],
  'inspiration.restore': [[{}, 'inspirationId']],
};

const sessionIsOver: readonly Name[] = names.filter(
  (name) =>
    (name.startsWith('session.') || name.startsWith('checkIn.')) &&
    !['session.start', 'session.close', 'session.closeForgotten'].includes(name),
);

/** Commands about something that is not there (any more): what is said. */
const gone: Partial<Record<Name, string>> = {
  'board.movePart': 'board.no-such-part',
  'board.hidePart': 'board.no-such-part',
  'board.renamePart': 'board.no-such-part',
  'success.edit': 'board.success-gone',
  'success.cheer': 'board.success-gone',
  'success.remove': 'board.success-gone',
  'success.restore': 'board.success-gone',
  'parked.edit': 'board.topic-gone',
  'parked.settle': 'board.topic-gone',
  'parked.unsettle': 'board.topic-gone',
  'parked.remove': 'board.topic-gone',
  'parked.restore': 'board.topic-gone',
  'inspiration.edit': 'themes.inspiration-gone',
  'inspiration.move': 'themes.inspiration-gone',
  'inspiration.remove': 'themes.inspiration-gone',
  'inspiration.restore': 'themes.inspiration-gone',
  'session.close': 'board.session-over',
};

/** Where there is no way back: what was seen cannot be unseen, and the summary has gone out; what runs already was not started. */
const final: readonly Name[] = [
  'session.start',
  'session.cancel',
  'session.addMinute',
  'session.reveal',
  'session.close',
  'session.closeForgotten',
];
/** Nothing to do on the busy board: the session runs already, and nobody forgot it. */
const idle: readonly Name[] = ['session.start', 'session.closeForgotten'];
/** Where doing it twice is meant twice. */
const counted: readonly Name[] = ['session.addMinute'];

/** Moments differ between doing and taking back; that there is one, and everything else, must be as it was. */
function timeless(state: ReturnType<typeof busyTeam>['state']): unknown {
  const text = JSON.stringify(state, (key, value) => (key === 'spentMs' ? [] : value));
  return JSON.parse(text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a moment'));
}

/** The busy board, ready for one command. */
function readyFor(name: Name) {
  const team = busyTeam();
  if (name === 'session.resume') team.do('session.pause', { sessionId: SESSION });
  return team;
}

describe.each(names)('%s', (name) => {
  it('is done', () => {
    const team = readyFor(name);
    const before = team.state;
    expect(team.attempt(name, calls[name])).toBeInstanceOf(Array);
    expect(team.state === before || JSON.stringify(team.state) === JSON.stringify(before)).toBe(
      idle.includes(name),
    );
  });

  it.each(faulty[name])('is refused as invalid: %j', (payload, field) => {
    const team = readyFor(name);
    const before = team.state;
    expect(team.attempt(name, payload)).toMatchObject({ refused: 'invalid', detail: { field } });
    expect(team.state).toBe(before);
  });

  it('can be taken back, or has no way back on purpose', () => {
    const team = readyFor(name);
    const { before, after, call } = team.doAndUndo(name, calls[name]);
    expect(call === null).toBe(final.includes(name));
    if (!call) return;
    if (name === 'success.add') return expect(after.success.get(idOf(801))?.removedAt).toBe(atMinute(1));
    if (name === 'parked.add') return expect(after.parkedTopic.get(idOf(802))?.removedAt).toBe(atMinute(1));
    if (name === 'inspiration.add')
      return expect(after.inspiration.get(idOf(803))?.removedAt).toBe(atMinute(1));
    // A board that was never arranged is the standard one; arranged and put back it says the same in so many words.
    if (name.startsWith('board.')) return expect(boardOf(after, TEAM)).toEqual(boardOf(before, TEAM));
    expect(timeless(after)).toEqual(timeless(before));
  });
});

it.each(names.filter((name) => !counted.includes(name)))('B28 %s done twice is done once', (name) => {
  const team = readyFor(name);
  team.do(name, calls[name]);
  const once = team.state;
  expect(team.attempt(name, calls[name])).toBeInstanceOf(Array);
  expect(team.state).toEqual(once);
});

it.each(sessionIsOver)('B12 %s is refused once the session is closed', (name) => {
  const team = readyFor(name);
  team.do('session.close', { sessionId: SESSION });
  expect(team.attempt(name, calls[name])).toEqual({ refused: 'board.session-over' });
});

it.each(Object.entries(gone))('%s is refused for what is not there: %s', (name, code) => {
  const nothing = {
    successId: STRANGER,
    topicId: STRANGER,
    inspirationId: STRANGER,
    sessionId: STRANGER,
    part: 'coffee',
  };
  expect(busyTeam().attempt(name, { ...calls[name as Name], ...nothing })).toEqual({ refused: code });
});
