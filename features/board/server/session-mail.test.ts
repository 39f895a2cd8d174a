import { expect, test } from 'vitest';
import { endedSession, TOM, YASMIN } from './ended-session.fixture.ts';
import { sessionMail } from './session-mail.ts';

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
