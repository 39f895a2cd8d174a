import { type ReactNode, useId } from 'react';
import { type BoardSession, type SummaryFacts, summaryFacts } from '#features/board/domain';
import { useSaidName } from '#features/people/web';
import { sayDay, sayFullDay, sayList, sayNumber } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Banner, Icon, Pill } from '#packages/ui';
import { useBoard, useCallName } from '../../use-board.ts';
import styles from './summary.module.css';
import { summaryMessages } from './summary-messages.ts';
import { actionsPerPerson, mailedTo } from './summary-view.ts';

/** One session's summary: who does what first, then what was decided, celebrated and parked, and the next time. */
export function SummaryCard({ session }: { session: BoardSession }) {
  const { state } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(summaryMessages);
  const said = useSaidName();
  const facts = summaryFacts(state, session);
  if (facts === null) return null;
  const names = mailedTo(state, session).map(said);
  const isEmpty = names.length === 0;
  const { newGoals, measured, closedGoals, parked, settled } = facts;
  const hasDecided = [newGoals, measured, closedGoals, parked, settled].some((list) => list.length > 0);
  return (
    <div className={styles.summary}>
      {session.endedBy === 'clock' && <Banner icon="clock">{say.byTheClock}</Banner>}
      {isEmpty && session.endedBy !== 'clock' && <p>{say.empty}</p>}
      <div className={styles.parts}>
        {facts.people.length > 0 && (
          <div className={styles.wide}>
            <ActionsAgreed facts={facts} />
          </div>
        )}
        <div className={styles.column}>
          <Next session={session} />
          <Texts title={say.successes} items={facts.successes.map(({ id, text }) => ({ id, text }))} />
        </div>
        {hasDecided && (
          <div className={styles.column}>
            <GoalsDecided facts={facts} />
            <Parked facts={facts} />
          </div>
        )}
      </div>
      <p className={styles.mailed}>
        <Icon name="mail" />
        <span>{isEmpty ? say.notMailed : say.mailed(sayList(names, language))}</span>
      </p>
    </div>
  );
}

function Part({ title, remark, children }: { title: string; remark?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h2 id={id}>
        {title} {remark && <small>{remark}</small>}
      </h2>
      {children}
    </section>
  );
}

function ActionsAgreed({ facts }: { facts: SummaryFacts }) {
  const { today } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(summaryMessages);
  const called = useCallName();
  return (
    <Part title={say.actions} remark={say.actionCounts(facts.newActionCount, facts.doneActionCount)}>
      <ul className={styles.people}>
        {actionsPerPerson(facts).map(({ memberId, lines }) => (
          <li key={memberId ?? 'nobody'}>
            <h3>{called(memberId) ?? say.nobody}</h3>
            <ul>
              {lines.map(({ action, is }) => (
                <li key={action.id} className={styles.action}>
                  <span className={styles.sign} data-done={is === 'new' ? undefined : ''}>
                    <Icon name={is === 'new' ? 'plus' : 'check'} />
                  </span>
                  <span>
                    {action.text}{' '}
                    <small>
                      {is === 'new'
                        ? [say.isNew, action.due && say.by(sayDay(action.due, today, language))]
                            .filter(Boolean)
                            .join(', ')
                        : say.isDone}
                    </small>
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function GoalsDecided({ facts }: { facts: SummaryFacts }) {
  const { language } = useLanguage();
  const say = useMessages(summaryMessages);
  const number = (value: number) => sayNumber(value, language);
  const { newGoals, measured, closedGoals } = facts;
  if (newGoals.length + measured.length + closedGoals.length === 0) return null;
  return (
    <Part title={say.decided}>
      <ul className={styles.texts}>
        {newGoals.map((goal) => (
          <li key={goal.id}>
            <strong>
              {say.newGoal}, {say.norm(number(goal.target))}
            </strong>{' '}
            {goal.text}
          </li>
        ))}
        {measured.map(({ goal, measurement }) => (
          <li key={measurement.id}>
            <strong>
              {measurement.period === 0 ? say.baseline : say.measured(measurement.period)}{' '}
              {say.value(number(measurement.value), number(goal.target))}
            </strong>{' '}
            {goal.text}
          </li>
        ))}
        {closedGoals.map((goal) => (
          <li key={`closed-${goal.id}`}>
            <strong>{goal.outcome === 'reached' ? say.reached : say.stopped}</strong> {goal.text}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Parked({ facts }: { facts: SummaryFacts }) {
  const say = useMessages(summaryMessages);
  const settled = new Set(facts.settled.map(({ id }) => id));
  const topics = [...facts.parked, ...facts.settled.filter((topic) => !facts.parked.includes(topic))];
  return (
    <Texts
      title={say.parked}
      items={topics.map(({ id, text, outcome }) => ({
        id,
        text: outcome === null ? text : `${text}: ${outcome}`,
        mark: settled.has(id) ? say.settled : null,
      }))}
    />
  );
}

type Line = { readonly id: string; readonly text: string; readonly mark?: string | null };

function Texts({ title, items }: { title: string; items: readonly Line[] }) {
  if (items.length === 0) return null;
  return (
    <Part title={title} remark={String(items.length)}>
      <ul className={styles.texts}>
        {items.map(({ id, text, mark }) => (
          <li key={id}>
            {text} {mark && <Pill tone="done">{mark}</Pill>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Next({ session }: { session: BoardSession }) {
  const { language } = useLanguage();
  const say = useMessages(summaryMessages);
  const called = useCallName();
  const { summary } = session;
  const leader = called(summary?.nextLeaderId ?? null);
  return (
    <Part title={say.next}>
      <p>
        <strong>{summary?.nextDay ? sayFullDay(summary.nextDay, language) : say.noNext}</strong>
        <br />
        {leader === null ? say.nobodyLeads : say.leads(leader)}
      </p>
    </Part>
  );
}
