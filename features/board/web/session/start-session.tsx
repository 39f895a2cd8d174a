import { useState } from 'react';
import { Link } from 'wouter';
import { boardOf, stepsOf } from '#features/board/domain';
import { namedPeople } from '#features/people/domain';
import { TeamPage } from '#features/people/web';
import { leaderFor, leaderQueue } from '#features/rhythm/domain';
import { useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { Button, ChoiceGroup, clockText, Icon, LinkButton } from '#packages/ui';
import { pastSessionsAt } from '../addresses.ts';
import { useBoard } from '../use-board.ts';
import { sessionMessages } from './session-messages.ts';
import styles from './start.module.css';
import { useStepTitle } from './use-step-title.ts';

/** No session yet: who leads, what comes, and the one button that starts it at once. */
export function StartSession() {
  const { state, teamId, memberId, today, may, send } = useBoard();
  const say = useMessages(sessionMessages);
  const titleOf = useStepTitle();
  const turn = leaderFor(state, today)?.memberId ?? memberId ?? leaderQueue(state)[0] ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const members = namedPeople(state);
  const leader = members.find(({ id }) => id === (chosen ?? turn));
  const { parts, budgets } = boardOf(state, teamId);
  const steps = stepsOf(state, parts);
  const seconds = (step: number) => budgets[step - 1] ?? 0;
  const total = steps.reduce((sum, step) => sum + seconds(step), 0);
  const start = async () => {
    if (leader) await send('session.start', { id: newId(), leaderId: leader.id }, say.started);
  };

  return (
    <TeamPage
      title={say.session}
      actions={
        <Link href={pastSessionsAt.to({ team: teamId })} asChild>
          <LinkButton className="no-print">{say.pastSessions}</LinkButton>
        </Link>
      }
    >
      {may('board.use') && leader ? (
        <div className={styles.start}>
          <section className={styles.ready}>
            <h2>{say.startTitle}</h2>
            <p>{say.startText(clockText(total * 1000))}</p>
            <ChoiceGroup
              legend={say.startLeader}
              choices={members.map(({ id, name }) => ({
                value: id,
                label: id === turn ? `${name}, ${say.turn}` : name,
              }))}
              value={leader.id}
              onChange={setChosen}
            />
            <Button kind="primary" size="large" icon={<Icon name="play" />} onClick={() => void start()}>
              {leader.id === memberId ? say.startAsMe : say.startBy(leader.name)}
            </Button>
          </section>
          <section className={styles.outline}>
            <h2>{say.startSteps}</h2>
            <ol>
              {steps.map((step) => (
                <li key={step}>
                  <span className={styles.number} aria-hidden="true">
                    {step}
                  </span>
                  <span className={styles.step}>
                    <strong>{titleOf(step)}</strong>
                    <span>{say.questions[step]}</span>
                  </span>
                  <span>{clockText(seconds(step) * 1000)}</span>
                </li>
              ))}
            </ol>
          </section>
        </div>
      ) : (
        <p>{say.noneRuns}</p>
      )}
    </TeamPage>
  );
}
