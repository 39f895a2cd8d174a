import { expect, test } from 'vitest';
import { endedSession, SESSION } from './ended-session.fixture.ts';
import { sessionPage } from './session-pdf.ts';
import { setSession } from './session-pdf-endpoints.ts';

const pageIn = (language: 'nl' | 'en') => {
  const { state, session } = endedSession();
  const page = sessionPage(state, session, 'Bovenbouw', language);
  if (!page) throw new Error('no page');
  return page;
};

test('B36 who does what, what was decided, celebrated and parked, and the next time', () => {
  const { title, sections, next } = pageIn('nl');
  expect(title).toBe('Verslag bordsessie Bovenbouw, dinsdag 24 november 2026');
  expect(sections.map(({ heading, groups }) => [heading, groups])).toEqual([
    [
      'Afgesproken acties',
      [
        { name: 'Yasmin', items: ['Ouders schrijven'] },
        { name: 'Tom', items: ['Exit tickets maken (voor vr 27 nov)'] },
      ],
    ],
    [
      'Doelen',
      [
        {
          name: null,
          items: [
            'Nieuw doel: De leerlingen durven te vragen (norm 7,5)',
            'Nulmeting 5,5, norm 7,5: De leerlingen durven te vragen',
          ],
        },
      ],
    ],
    ['Gevierd', [{ name: null, items: ['Het <b>lukte</b> & hoe'] }]],
    ['Geparkeerd voor later', [{ name: null, items: ['Rooster van januari'] }]],
  ]);
  expect(next).toContain('De volgende bordsessie is op dinsdag 1 december 2026.');
});

test.each(['nl', 'en'] as const)('B36 it is set in type, in %s', async (language) => {
  const file = await setSession(pageIn(language));
  const says = file.toString('latin1');
  expect(says).toContain('/StructTreeRoot');
  expect(says).toContain('pdfuaid:part');
});

test('B36 there is none of a session that goes on', () => {
  const { state, session } = endedSession();
  const running = { ...session, summary: null };
  expect(running.id).toBe(SESSION);
  expect(sessionPage(state, running, 'Bovenbouw', 'nl')).toBeNull();
});
