import { describe, expect, test } from 'vitest';
import { readProgrammeLine } from './programme-line.ts';

describe('minutes in a typed line of the programme', () => {
  test.each([
    ["25' Les ontwerpen", 25, 'Les ontwerpen'],
    ['25 min les ontwerpen', 25, 'les ontwerpen'],
    ['10 minuten: feedbackgesprekken', 10, 'feedbackgesprekken'],
    ['Les ontwerpen 25 min', 25, 'Les ontwerpen'],
    ['Lesbezoeken afspreken (5 min)', 5, 'Lesbezoeken afspreken'],
    ['Visits, 5 minutes', 5, 'Visits'],
    ['5m afsluiten', 5, 'afsluiten'],
  ])('%s', (typed, minutes, subject) => {
    expect(readProgrammeLine(typed)).toEqual({ minutes, subject });
  });

  test.each(['10 leerlingen bespreken', 'Les 5', "300' praten", "25'", '0 min niets'])(
    'a number that is no length of time stays where it is: %s',
    (typed) => {
      expect(readProgrammeLine(typed)).toEqual({ minutes: null, subject: typed });
    },
  );

  test('spaces are tidied', () => {
    expect(readProgrammeLine('  Les   ontwerpen ')).toEqual({ minutes: null, subject: 'Les ontwerpen' });
  });
});
