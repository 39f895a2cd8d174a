import { expect, test } from 'vitest';
import { codeIn, linkIn } from './kept-mail.ts';

test('the code of a sign-in mail is found, a number in a sentence is not', () => {
  expect(codeIn('Hallo Sam,\n\nVul in:\n\n    042917\n\nTien minuten.\n')).toBe('042917');
  expect(codeIn('Hallo,\n\n    Bel 123456 als het niet lukt\n\n123456\n')).toBeNull();
});

test('the link of an invitation is found whole, with what stands behind its #', () => {
  expect(linkIn('Uitnodiging bekijken:\nhttp://localhost:3000/invitation#abc-_1\n\nSamenbeter\n')).toBe(
    'http://localhost:3000/invitation#abc-_1',
  );
  expect(linkIn('Kijk op https://voorbeeld.nl voor meer')).toBeNull();
});
