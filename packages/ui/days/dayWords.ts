import { type Messages, sayDate } from '#packages/i18n';
import type { Day } from '#packages/kernel';

/** A day and a time speak for themselves: who asks for one brings only the label. */
const nl = {
  example: 'bijvoorbeeld vr of 4-12',
  month: (label: string) => `${label}: kies in de maand`,
  monthBefore: 'Vorige maand',
  monthAfter: 'Volgende maand',
  weekColumn: 'week',
  quick: (label: string) => `${label}: snel kiezen`,
  today: 'vandaag',
  clear: 'Geen dag',
  until: (name: string, first: Day, last: Day, today: Day) =>
    `${name}: ${sayDate(first, today, 'nl')} t/m ${sayDate(last, today, 'nl')}`,
  unread: 'Hier lezen we geen dag in. Typ bijvoorbeeld vr, 4-12 of over 2 weken, of kies in de maand.',
  early: (first: Day, today: Day) => `Kies ${sayDate(first, today, 'nl')} of later.`,
  late: (last: Day, today: Day) => `Kies ${sayDate(last, today, 'nl')} of eerder.`,
  timeExample: 'bijvoorbeeld 15:45',
  timeUnread: 'Hier lezen we geen tijd in. Typ bijvoorbeeld 1545 of kwart voor vier.',
  earlier: (label: string) => `${label}: 5 minuten eerder`,
  later: (label: string) => `${label}: 5 minuten later`,
};

const en = {
  example: 'for example Fri or 4-12',
  month: (label) => `${label}: choose in the month`,
  monthBefore: 'Month before',
  monthAfter: 'Month after',
  weekColumn: 'week',
  quick: (label) => `${label}: choose quickly`,
  today: 'today',
  clear: 'No day',
  until: (name, first, last, today) =>
    `${name}: ${sayDate(first, today, 'en')} to ${sayDate(last, today, 'en')}`,
  unread: 'We do not read a day in this. Type for example Fri, 4-12 or in 2 weeks, or choose in the month.',
  early: (first, today) => `Choose ${sayDate(first, today, 'en')} or later.`,
  late: (last, today) => `Choose ${sayDate(last, today, 'en')} or earlier.`,
  timeExample: 'for example 15:45',
  timeUnread: 'We do not read a time in this. Type for example 1545 or quarter to four.',
  earlier: (label) => `${label}: 5 minutes earlier`,
  later: (label) => `${label}: 5 minutes later`,
} satisfies Messages<typeof nl>;

export const dayWords = { nl, en };
