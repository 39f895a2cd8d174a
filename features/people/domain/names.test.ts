import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { emailAddress, initialsFor, readInvitees } from './index.ts';

describe('P2 initials', () => {
  test.each([
    ['Sam de Boer', [], 'SB'],
    ['Lotte van der Berg', [], 'LB'],
    ["Anne van 't Hof", [], 'AH'],
    ['Yasmin El Amrani', [], 'YA'],
    ['Jan-Willem Kok', [], 'JK'],
    ['Yasmin', [], 'Ya'],
    ['ömer şahin', [], 'ÖŞ'],
    ['Bo', ['bo'], 'B2'],
    ['Sam de Boer', ['SB'], 'SBo'],
    ['Sam de Boer', ['SB', 'sbo'], 'SBe'],
    ['Sam Bo', ['SB', 'SBo'], 'SaB'],
    ['Li Wu', ['LW', 'LWu', 'LiW'], 'L2'],
    ['Li Wu', ['LW', 'LWu', 'LiW', 'L2'], 'L3'],
    ['?!', [], '?'],
    ['  Sam   de   Boer ', [], 'SB'],
  ])('P2 %s beside %j is %s', (name, taken, expected) => {
    expect(initialsFor(name, taken)).toBe(expected);
  });

  test('P2 always one to three characters, also in a full team of namesakes', () => {
    const taken: string[] = [];
    for (let count = 0; count < 60; count++) taken.push(initialsFor('Sam de Boer', taken));
    expect(new Set(taken.map((initials) => initials.toLowerCase())).size).toBe(60);
    for (const initials of taken) expect([...initials].length).toBeLessThanOrEqual(3);
  });
});

describe('P7 an address', () => {
  test.each([
    ['  Sam@School.NL ', 'sam@school.nl'],
    ['sam.de-boer+bord@mail.school.example', 'sam.de-boer+bord@mail.school.example'],
  ])('P7 %j is kept as %j', (typed, kept) => {
    expect(z.parse(emailAddress, typed)).toBe(kept);
  });

  test.each([
    'sam',
    'sam@',
    '@school.nl',
    'sam@school',
    'sam @school.nl',
    'sam@school.nl\r\nBcc: x@y.nl',
    'a@b.nl, c@d.nl',
  ])('P7 %j is no address', (typed) => {
    expect(z.safeParse(emailAddress, typed).success).toBe(false);
  });
});

describe('P11 pasted people', () => {
  const sam = { email: 'sam@school.nl', name: 'Sam de Boer' };
  test.each([
    ['a row of a spreadsheet', 'Sam de Boer\tsam@school.nl', [sam]],
    ['names in two columns', 'Sam\tde Boer\tsam@school.nl', [sam]],
    ['the address first', 'sam@school.nl\tSam de Boer', [sam]],
    ['the address line of a mail', 'Sam de Boer <sam@school.nl>', [sam]],
    ['with quotes', '"Sam de Boer" <SAM@school.nl>;', [sam]],
    ['a comma between', 'Sam de Boer, sam@school.nl', [sam]],
    ['only an address', ' sam@school.nl ', [{ email: 'sam@school.nl', name: null }]],
    ['a link', 'mailto:sam@school.nl', [{ email: 'sam@school.nl', name: null }]],
    [
      'two on a line',
      'Sam de Boer <sam@school.nl>, Bo Vos <bo@school.nl>',
      [sam, { email: 'bo@school.nl', name: 'Bo Vos' }],
    ],
    [
      'addresses on a line',
      'sam@school.nl; bo@school.nl',
      [
        { email: 'sam@school.nl', name: null },
        { email: 'bo@school.nl', name: null },
      ],
    ],
    ['twice the same', 'Sam de Boer sam@school.nl\r\nSam sam@school.nl', [sam]],
    ['nothing', ' \n\n', []],
  ])('P11 %s', (_, text, invitees) => {
    expect(readInvitees(text)).toEqual({ invitees, unread: [] });
  });

  test('P11 a line without an address is shown back', () => {
    expect(readInvitees('Naam\tE-mail\nSam de Boer\tsam@school.nl\nBo Vos\tbo(at)school.nl')).toEqual({
      invitees: [sam],
      unread: ['Naam\tE-mail', 'Bo Vos\tbo(at)school.nl'],
    });
  });
});
