import { type BoardSession, type BoardState, type SummaryFacts, summaryFacts } from '#features/board/domain';
import type { Action } from '#features/goals/domain';
import { callNameOf } from '#features/people/domain';
import { type Language, sayDay, sayFullDay, sayNumber } from '#packages/i18n';
import { type Letter, type Mail, writeLetter } from '#packages/mail';
import { type SessionMailWords, sessionMailWords } from './session-mail-words.ts';

export type Receiver = {
  /** Null: there is no address to write to. */
  readonly email: string | null;
  readonly language: Language;
  readonly memberId: string;
};

type List = NonNullable<Letter['lists']>[number];

/**
 * What a session left behind, as a letter to one member, in that member's language: first what they took upon
 * themselves, then the rest. Pure: the same state gives the same letter. Null while the session runs, and for whoever gave no
 * address.
 */
export function sessionMail(
  state: BoardState,
  session: BoardSession,
  to: Receiver,
  place: { readonly teamName: string; readonly url: string },
): Mail | null {
  const facts = summaryFacts(state, session);
  if (facts === null || to.email === null) return null;
  const say = sessionMailWords[to.language];
  const day = sayFullDay(session.day, to.language);
  const name = (memberId: string) => callNameOf(state, memberId);
  const lists = [
    ownActions(facts, session, to, say),
    decided(facts, to, say),
    { heading: say.others, items: othersActions(facts, session, to, name, say) },
    { heading: say.done, items: doneActions(facts, name, say) },
    { heading: say.celebrated, items: facts.successes.map((success) => success.text) },
    { heading: say.parked, items: facts.parked.map((topic) => topic.text) },
    {
      heading: say.settled,
      items: facts.settled.map(({ text, outcome }) => (outcome === null ? text : say.outcome(text, outcome))),
    },
  ];
  const letter = writeLetter({
    language: to.language,
    subject: say.subject(place.teamName, day),
    greeting: say.hello(name(to.memberId)),
    before: [
      say.held(day, facts.minutes, name(session.leaderId), facts.checkedIn),
      ...(session.endedBy === 'clock' ? [say.byTheClock] : []),
    ],
    button: { text: say.button, url: place.url },
    lists: lists.filter((list): list is List => list !== null && list.items.length > 0),
    after: [nextTime(session, to.language, name, say), say.why(place.teamName)],
  });
  return { to: to.email, ...letter };
}

export const withDay = (
  action: Action,
  session: BoardSession,
  language: Language,
  say: SessionMailWords,
): string =>
  action.due === null ? action.text : say.by(action.text, sayDay(action.due, session.day, language));

function ownActions(
  facts: SummaryFacts,
  session: BoardSession,
  to: Receiver,
  say: SessionMailWords,
): List | null {
  const own = facts.people.find((person) => person.memberId === to.memberId);
  return own
    ? {
        heading: say.yours,
        items: own.newActions.map((action) => withDay(action, session, to.language, say)),
      }
    : null;
}

function othersActions(
  facts: SummaryFacts,
  session: BoardSession,
  to: Receiver,
  name: (memberId: string) => string,
  say: SessionMailWords,
): string[] {
  return facts.people
    .filter((person) => person.memberId !== to.memberId)
    .flatMap(({ memberId, newActions }) =>
      newActions.map((action) =>
        say.of(memberId === null ? say.nobody : name(memberId), withDay(action, session, to.language, say)),
      ),
    );
}

export function doneActions(
  facts: SummaryFacts,
  name: (memberId: string) => string,
  say: SessionMailWords,
): string[] {
  return facts.people.flatMap(({ memberId, doneActions }) =>
    doneActions.map((action) => say.of(memberId === null ? say.nobody : name(memberId), action.text)),
  );
}

export function decided(facts: SummaryFacts, to: Pick<Receiver, 'language'>, say: SessionMailWords): List {
  const number = (value: number) => sayNumber(value, to.language);
  return {
    heading: say.goals,
    items: [
      ...facts.newGoals.map((goal) => say.newGoal(goal.text, number(goal.target))),
      ...facts.measured.map(({ goal, measurement }) =>
        say.measured(goal.text, measurement.period, number(measurement.value), number(goal.target)),
      ),
      ...facts.closedGoals.map((goal) =>
        goal.outcome === 'reached' ? say.reached(goal.text) : say.stopped(goal.text),
      ),
    ],
  };
}

export function nextTime(
  { summary }: BoardSession,
  language: Language,
  name: (memberId: string) => string,
  say: SessionMailWords,
): string {
  const day = summary?.nextDay ? sayFullDay(summary.nextDay, language) : null;
  const leader = summary?.nextLeaderId ? name(summary.nextLeaderId) : null;
  return say.next(day, leader);
}
