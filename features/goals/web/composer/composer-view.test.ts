import { describe, expect, it } from 'vitest';
import {
  mentionAt,
  mentioned,
  nothingTyped,
  readDraft,
  type Typed,
  usualGoal,
  usualKind,
  withMention,
} from './composer-view.ts';

const people = [
  { id: 'sam-b', name: 'Sam Boer' },
  { id: 'sam-v', name: 'Sam Visser' },
  { id: 'tom', name: 'Tom Bakker' },
  { id: 'noor', name: 'Noor' },
];
const setting = { people, today: '2026-11-24', language: 'nl' as const };
const draft = (line: string, over: Partial<Typed> = {}) =>
  readDraft({ ...nothingTyped, line, ...over }, setting);

describe('what the composer shows for a line', () => {
  it('shows who, what and when apart', () => {
    expect(draft('Tom: exit tickets maken voor vrijdag')).toEqual({
      text: 'exit tickets maken',
      ownerId: 'tom',
      alsoIds: [],
      due: '2026-11-27',
      question: null,
      nameIsRead: true,
      dayIsRead: true,
    });
  });

  it('reads English as well', () => {
    const read = readDraft(
      { ...nothingTyped, line: '@noor make exit tickets by Friday' },
      { ...setting, language: 'en' },
    );
    expect([read.ownerId, read.text, read.due]).toEqual(['noor', 'make exit tickets', '2026-11-27']);
  });

  it('asks which of two, and takes the answer', () => {
    const asked = draft('Sam: exit tickets');
    expect(asked.question).toEqual({ is: 'which', typed: 'Sam', ids: ['sam-b', 'sam-v'] });
    const answered = draft('Sam: exit tickets', { owner: { id: 'sam-v' } });
    expect([answered.question, answered.ownerId, answered.text]).toEqual([null, 'sam-v', 'exit tickets']);
  });

  it('asks who an unknown name is; whoever is chosen takes its place', () => {
    expect(draft('Zoë: exit tickets').question).toEqual({ is: 'unknown', typed: 'Zoë' });
    expect(draft('@zoë exit tickets').question).toEqual({ is: 'unknown', typed: 'zoë' });
    expect(draft('Zoë: exit tickets').text).toBe('Zoë: exit tickets');
    const tom = { owner: { id: 'tom' } };
    expect(draft('Zoë: exit tickets', tom).text).toBe('exit tickets');
    expect(draft('exit tickets @zoë maken', tom).text).toBe('exit tickets maken');
  });

  it('asks who when nobody is named; the whole team is an answer', () => {
    expect(draft('exit tickets maken').question).toEqual({ is: 'nobody' });
    expect(draft('exit tickets maken', { owner: { id: null } }).question).toBeNull();
  });

  it('a tap outweighs what was read', () => {
    const read = draft('Tom exit tickets maken vrijdag', {
      owner: { id: 'noor' },
      due: { day: '2026-12-01' },
    });
    expect([read.ownerId, read.text, read.due]).toEqual(['noor', 'exit tickets maken', '2026-12-01']);
    expect([read.nameIsRead, read.dayIsRead]).toEqual([false, false]);
  });

  it('a name or a day that was misread goes back into the text', () => {
    const read = draft('Tom exit tickets maken vrijdag', { notAName: true, notADay: true });
    expect([read.ownerId, read.due, read.text]).toEqual([null, null, 'Tom exit tickets maken vrijdag']);
  });

  it('further names join in', () => {
    const read = draft('Tom en Noor: lesbezoek plannen');
    expect([read.ownerId, read.alsoIds]).toEqual(['tom', ['noor']]);
    expect(draft('Tom en Noor: lesbezoek', { owner: { id: 'noor' } }).alsoIds).toEqual([]);
  });
});

describe('names after @', () => {
  const called = new Map([
    ['sam-b', 'Sam B'],
    ['sam-v', 'Sam V'],
    ['tom', 'Tom'],
    ['noor', 'Noor'],
  ]);
  const offered = (line: string) => {
    const mention = mentionAt(line, line.length);
    return mention && mentioned(mention, people, called).map(({ id }) => id);
  };

  it('are offered from the sign on, by first and last name, without minding accents', () => {
    expect(offered('exit tickets @')).toEqual(['sam-b', 'sam-v', 'tom', 'noor']);
    expect(offered('@sá')).toEqual(['sam-b', 'sam-v']);
    expect(offered('(@bak')).toEqual(['tom']);
    expect(offered('@x')).toEqual([]);
  });
  it('are not offered in an address, behind a word, or when complete', () => {
    expect(offered('mail naar sam@school')).toBeNull();
    expect(offered('@tom ')).toBeNull();
    expect(offered('@tom')).toEqual([]);
  });
  it('are written out where they were begun', () => {
    const line = 'maken @sa vrijdag';
    const mention = mentionAt(line, 9);
    expect(mention && withMention(line, mention, 'Sam V')).toEqual({
      line: 'maken @Sam V vrijdag',
      caret: 13,
    });
    expect(draft('maken @Sam V vrijdag').ownerId).toBe('sam-v');
  });
});

it('kind and goal have a sensible beginning', () => {
  expect([usualKind('teachers'), usualKind('management')]).toEqual(['classroom', 'team']);
  expect([usualGoal([]), usualGoal(['a']), usualGoal(['a', 'b'])]).toEqual([null, 'a', null]);
});
