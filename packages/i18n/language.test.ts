import { describe, expect, it } from 'vitest';
import { type Catalogue, isLanguage, LANGUAGES, type Messages } from './language.ts';

const nl = {
  open: 'Bord openen',
  members: (count: number) => `${count} leden`,
  steps: { checkIn: 'Hoe komt iedereen binnen?', order: ['inchecken', 'successen'] },
};

const en = {
  open: 'Open board',
  members: (count: number) => `${count} members`,
  steps: { checkIn: 'How is everyone arriving?', order: ['check-in', 'successes'] },
} satisfies Messages<typeof nl>;

// The compiler is the test here: each line below must stay an error, or `tsc` reports an unused expectation.
export const wrong = [
  // @ts-expect-error a missing message
  { open: 'Open board', steps: en.steps } satisfies Messages<typeof nl>,
  // @ts-expect-error a missing message deeper down
  { ...en, steps: { order: [] } } satisfies Messages<typeof nl>,
  // @ts-expect-error a message that the Dutch catalogue does not have
  { ...en, extra: 'Extra' } satisfies Messages<typeof nl>,
  // @ts-expect-error text where a function is asked
  { ...en, members: 'members' } satisfies Messages<typeof nl>,
  // @ts-expect-error a function with another parameter
  { ...en, members: (name: string) => name } satisfies Messages<typeof nl>,
  // @ts-expect-error a function that asks for more than it is given
  { ...en, members: (count: number, team: string) => `${count} ${team}` } satisfies Messages<typeof nl>,
  // @ts-expect-error a function that gives no text
  { ...en, members: (count: number) => count } satisfies Messages<typeof nl>,
];

describe('catalogues', () => {
  it('are read by language', () => {
    const messages: Catalogue<typeof nl> = { nl, en };
    expect(LANGUAGES.map((language) => messages[language].members(3))).toEqual(['3 leden', '3 members']);
  });

  it('a language is one of ours', () => {
    expect(['nl', 'en'].every(isLanguage)).toBe(true);
    expect(['NL', 'de', '', undefined, null].some(isLanguage)).toBe(false);
  });
});
