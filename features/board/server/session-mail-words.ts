import type { Language, Messages } from '#packages/i18n';

const nl = {
  subject: (team: string, day: string) => `Verslag bordsessie ${team}, ${day}`,
  hello: (name: string) => `Hallo ${name},`,
  held: (day: string, minutes: number | null, leader: string, checkedIn: number) =>
    [
      `Dit kwam eruit bij de bordsessie van ${day}.`,
      `${leader} leidde, ${checkedIn === 1 ? 'één collega checkte in' : `${checkedIn} collega’s checkten in`}.`,
      ...(minutes === null ? [] : [`Het duurde ${minutes} ${minutes === 1 ? 'minuut' : 'minuten'}.`]),
    ].join(' '),
  byTheClock: 'Niemand sloot de sessie af, daarom deed de klok het. Alles wat jullie deden is bewaard.',
  button: 'Verslag openen',
  yours: 'Dit ga jij doen',
  others: 'Dit doen collega’s',
  agreed: 'Afgesproken acties',
  done: 'Klaar',
  goals: 'Doelen',
  celebrated: 'Gevierd',
  parked: 'Geparkeerd voor later',
  settled: 'Van de parkeerplaats af',
  nobody: 'Nog niemand',
  nothing: 'In deze sessie is niets opgeschreven. Dat mag: het bord hangt er nog.',
  of: (who: string, what: string) => `${who}: ${what}`,
  by: (what: string, day: string) => `${what} (voor ${day})`,
  outcome: (topic: string, outcome: string) => `${topic}: ${outcome}`,
  newGoal: (goal: string, target: string) => `Nieuw doel: ${goal} (norm ${target})`,
  measured: (goal: string, period: number, value: string, target: string) =>
    `${period === 0 ? 'Nulmeting' : `Meting P${period}`} ${value}, norm ${target}: ${goal}`,
  reached: (goal: string) => `Gehaald: ${goal}`,
  stopped: (goal: string) => `Gestopt: ${goal}`,
  next: (day: string | null, leader: string | null) =>
    day === null
      ? leader === null
        ? 'De volgende bordsessie staat nog niet vast.'
        : `De volgende keer leidt ${leader}. De dag staat nog niet vast.`
      : leader === null
        ? `De volgende bordsessie is op ${day}. Wie leidt, spreken jullie nog af.`
        : `De volgende bordsessie is op ${day}. ${leader} leidt.`,
  why: (team: string) => `Je krijgt dit verslag omdat je bij ${team} hoort.`,
};

export type SessionMailWords = Messages<typeof nl>;

const en = {
  subject: (team: string, day: string) => `Summary of ${team}’s board session, ${day}`,
  hello: (name: string) => `Hello ${name},`,
  held: (day: string, minutes: number | null, leader: string, checkedIn: number) =>
    [
      `This is what came out of the board session of ${day}.`,
      `${leader} led, ${checkedIn === 1 ? 'one colleague checked in' : `${checkedIn} colleagues checked in`}.`,
      ...(minutes === null ? [] : [`It took ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`]),
    ].join(' '),
  byTheClock: 'Nobody closed the session, so the clock did. Everything you did is kept.',
  button: 'Open the summary',
  yours: 'What you are going to do',
  others: 'What colleagues do',
  agreed: 'Actions agreed on',
  done: 'Done',
  goals: 'Goals',
  celebrated: 'Celebrated',
  parked: 'Parked for later',
  settled: 'Off the parking lot',
  nobody: 'Nobody yet',
  nothing: 'Nothing was written down in this session. That is fine: the board is still there.',
  of: (who: string, what: string) => `${who}: ${what}`,
  by: (what: string, day: string) => `${what} (by ${day})`,
  outcome: (topic: string, outcome: string) => `${topic}: ${outcome}`,
  newGoal: (goal: string, target: string) => `New goal: ${goal} (target ${target})`,
  measured: (goal: string, period: number, value: string, target: string) =>
    `${period === 0 ? 'Baseline' : `Measurement P${period}`} ${value}, target ${target}: ${goal}`,
  reached: (goal: string) => `Reached: ${goal}`,
  stopped: (goal: string) => `Stopped: ${goal}`,
  next: (day: string | null, leader: string | null) =>
    day === null
      ? leader === null
        ? 'The next board session has no date yet.'
        : `${leader} leads the next one. It has no date yet.`
      : leader === null
        ? `The next board session is on ${day}. Who leads is still to be agreed.`
        : `The next board session is on ${day}. ${leader} leads.`,
  why: (team: string) => `You receive this summary because you belong to ${team}.`,
} satisfies SessionMailWords;

export const sessionMailWords: Readonly<Record<Language, SessionMailWords>> = { nl, en };
