import { type BoardSession, type BoardState, summaryFacts } from '#features/board/domain';
import { callNameOf } from '#features/people/domain';
import { type Language, sayFullDay } from '#packages/i18n';
import { decided, doneActions, nextTime, withDay } from './session-mail.ts';
import { sessionMailWords } from './session-mail-words.ts';

/** What session-summary.typ reads: every word that is on the page. */
export type SessionPage = {
  readonly language: Language;
  readonly team: string;
  readonly title: string;
  readonly intro: readonly string[];
  readonly sections: readonly {
    readonly heading: string;
    readonly groups: readonly { readonly name: string | null; readonly items: readonly string[] }[];
  }[];
  readonly next: string;
};

/** B36: what a session left behind, to be set in type. Null while the session runs. */
export function sessionPage(
  state: BoardState,
  session: BoardSession,
  teamName: string,
  language: Language,
): SessionPage | null {
  const facts = summaryFacts(state, session);
  if (facts === null) return null;
  const say = sessionMailWords[language];
  const day = sayFullDay(session.day, language);
  const name = (memberId: string) => callNameOf(state, memberId);
  const list = (heading: string, items: readonly string[]) => ({ heading, groups: [{ name: null, items }] });
  const goals = decided(facts, { language }, say);
  const sections = [
    {
      heading: say.agreed,
      groups: facts.people.map(({ memberId, newActions }) => ({
        name: memberId === null ? say.nobody : name(memberId),
        items: newActions.map((action) => withDay(action, session, language, say)),
      })),
    },
    list(say.done, doneActions(facts, name, say)),
    list(goals.heading, goals.items),
    list(
      say.celebrated,
      facts.successes.map(({ text }) => text),
    ),
    list(
      say.parked,
      facts.parked.map(({ text }) => text),
    ),
    list(
      say.settled,
      facts.settled.map(({ text, outcome }) => (outcome === null ? text : say.outcome(text, outcome))),
    ),
  ]
    .map(({ heading, groups }) => ({ heading, groups: groups.filter(({ items }) => items.length > 0) }))
    .filter(({ groups }) => groups.length > 0);
  return {
    language,
    team: teamName,
    title: say.subject(teamName, day),
    intro: [
      say.held(day, facts.minutes, name(session.leaderId), facts.checkedIn),
      ...(session.endedBy === 'clock' ? [say.byTheClock] : []),
      ...(sections.length === 0 ? [say.nothing] : []),
    ],
    sections,
    next: nextTime(session, language, name, say),
  };
}
