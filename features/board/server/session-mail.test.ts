import { expect, test } from 'vitest';
import { boardPart, type TeamPayloads, type TeamState } from '#features/board/domain';
import { newTeam } from '#features/people/domain';
import { type Change, type CommandsOfPart, runnableOf } from '#packages/sync';
import { id, OpenStream, teamId } from '#packages/testing/stream';
import { sessionMail } from './session-mail.ts';

const [YASMIN, TOM, SESSION, GOAL] = [id(11), id(12), id(20), id(30)];

const member = (memberId: string, name: string): Change => ({
  put: 'member',
  value: {
    id: memberId,
    personId: memberId,
    place: 'member',
    name,
    initials: name.slice(0, 2),
    workDays: [1, 2, 3, 4, 5],
    awayUntil: null,
    joinedOn: '2026-08-24',
    leftOn: null,
  },
});

/** Tuesday 24 November: Yasmin leads, Tom takes something upon himself. */
function endedSession(end: 'session.close' | 'session.closeForgotten' = 'session.close') {
  const team = new OpenStream<TeamState, CommandsOfPart<typeof boardPart>>(runnableOf(boardPart), {
    changes: [
      { put: 'team', value: newTeam({ id: teamId, name: 'Bovenbouw', kind: 'teachers', accent: 'teal' }) },
      member(YASMIN, 'Yasmin Aksoy'),
      member(TOM, 'Tom Visser'),
    ],
    today: '2026-11-24',
    by: YASMIN,
  });
  const action = { kind: 'classroom' as const, alsoIds: [], goalId: null };
  const done: { [Name in keyof TeamPayloads]?: TeamPayloads[Name] } = {
    'fixedMoment.set': { weekday: 2, startsAt: '15:45', minutes: 15, place: null },
    'session.start': { id: SESSION, leaderId: YASMIN },
    'checkIn.mark': { id: id(21), sessionId: SESSION, memberId: TOM, mark: 'good', remark: null },
    'success.add': { id: id(22), text: 'Het <b>lukte</b> & hoe', byId: TOM, aboutId: null, goalId: null },
    'goal.add': {
      id: GOAL,
      text: 'De leerlingen durven te vragen',
      pupils: null,
      target: 7.5,
      weeks: 6,
      startedOn: '2026-11-24',
      periodId: null,
      ownerId: null,
      baseline: { id: id(31), value: 5.5, byMemberId: null },
    },
    'action.addMany': {
      actions: [
        { ...action, id: id(41), text: 'Exit tickets maken', ownerId: TOM, due: '2026-11-27' },
        { ...action, id: id(42), text: 'Ouders schrijven', ownerId: YASMIN, due: null },
      ],
    },
    'parked.add': { id: id(51), text: 'Rooster van januari', byId: null, goalId: null, actionId: null },
  };
  for (const [name, payload] of Object.entries(done)) expect(team.send({ name, payload })).toBe('done');
  if (end === 'session.closeForgotten') team.today = '2026-11-25';
  expect(team.send({ name: end, payload: { sessionId: SESSION } })).toBe('done');
  const session = team.state.boardSession.get(SESSION);
  if (!session) throw new Error('no session');
  return { state: team.state, session };
}

const place = { teamName: 'Bovenbouw', url: 'https://delinde.example/team/1/sessions/2' };
const tom = { email: 'tom@delinde.example', memberId: TOM };

function mailTo(language: 'nl' | 'en', memberId = TOM, ended = endedSession()) {
  const mail = sessionMail(ended.state, ended.session, { ...tom, memberId, language }, place);
  if (!mail) throw new Error('no mail');
  return mail;
}

test('B29 in Dutch: what the receiver does comes first, then the rest, then the next time', () => {
  const { to, subject, text } = mailTo('nl');
  expect([to, subject]).toEqual([
    'tom@delinde.example',
    'Verslag bordsessie Bovenbouw, dinsdag 24 november 2026',
  ]);
  expect(text).toContain('Hallo Tom,');
  expect(text).toContain('Yasmin leidde, één collega checkte in. Het duurde 6 minuten.');
  expect(text).toContain('Dit ga jij doen\n- Exit tickets maken (voor vr 27 nov)');
  expect(text).toContain('Dit doen collega’s\n- Yasmin: Ouders schrijven');
  expect(text).toContain('- Nieuw doel: De leerlingen durven te vragen (norm 7,5)');
  expect(text).toContain('- Nulmeting 5,5, norm 7,5: De leerlingen durven te vragen');
  expect(text).toContain('Geparkeerd voor later\n- Rooster van januari');
  expect(text).toContain('De volgende bordsessie is op dinsdag 1 december 2026. Tom leidt.');
  expect(text).toContain(place.url);
  expect(text.indexOf('Dit ga jij doen')).toBeLessThan(text.indexOf('Doelen'));
});

test('B29 in English: the same, for whom it is', () => {
  const { language, subject, text } = mailTo('en', YASMIN);
  expect([language, subject]).toEqual([
    'en',
    'Summary of Bovenbouw’s board session, Tuesday 24 November 2026',
  ]);
  expect(text).toContain('Hello Yasmin,');
  expect(text).toContain('What you are going to do\n- Ouders schrijven');
  expect(text).toContain('What colleagues do\n- Tom: Exit tickets maken (by Fri 27 Nov)');
  expect(text).toContain('New goal: De leerlingen durven te vragen (target 7.5)');
  expect(text).toContain('The next board session is on Tuesday 1 December 2026. Tom leads.');
});

test('what people wrote is text in the mail, never HTML; a heading without anything under it is left out', () => {
  const { html, text } = mailTo('nl');
  expect(html).toContain('Het &#60;b&#62;lukte&#60;/b&#62; &#38; hoe');
  expect(html).not.toContain('<b>');
  expect(text).toContain('- Het <b>lukte</b> & hoe');
  expect(text).not.toContain('Klaar');
});

test('B13 a session that the clock closed is said kindly', () => {
  const forgotten = endedSession('session.closeForgotten');
  expect(mailTo('nl', TOM, forgotten).text).toContain('Niemand sloot de sessie af, daarom deed de klok het.');
  expect(mailTo('nl', TOM, forgotten).text).not.toContain('duurde');
  expect(mailTo('nl').text).not.toContain('deed de klok het');
});

test('a session that still runs has no summary to send', () => {
  const { state, session } = endedSession();
  const running = { ...session, endedAt: null, summary: null };
  expect(sessionMail(state, running, { ...tom, language: 'nl' }, place)).toBeNull();
});

test('P21 whoever gave no address is not written to', () => {
  const ended = endedSession();
  const nowhere = { email: null, memberId: TOM, language: 'nl' } as const;
  expect(sessionMail(ended.state, ended.session, nowhere, place)).toBeNull();
});
