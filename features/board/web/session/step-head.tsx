import type { BoardSession, Step } from '#features/board/domain';
import { namedPeople } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { Button, Icon, Menu, type MenuItem } from '#packages/ui';
import { useBoard, useCallName } from '../use-board.ts';
import styles from './session.module.css';
import { sessionMessages } from './session-messages.ts';

/** The leader's question, and who leads. Whoever takes over says so with one tap; nothing else changes the leader. */
export function StepHead({ session, step }: { session: BoardSession; step: Step }) {
  const { memberId, may } = useBoard();
  const say = useMessages(sessionMessages);
  const mayTakeOver = may('board.use') && memberId !== null && memberId !== session.leaderId;
  const takeOver = useTakeOver(session);
  return (
    <header className={styles.head}>
      <h1>{say.questions[step]}</h1>
      <p className={styles.hint}>{say.hints[step]}</p>
      <div className={styles.leads}>
        {mayTakeOver && (
          <Button kind="quiet" onClick={() => takeOver(memberId)}>
            {say.iTakeOver}
          </Button>
        )}
        <LeaderMenu session={session} />
      </div>
    </header>
  );
}

function useTakeOver(session: BoardSession): (memberId: string) => void {
  const { send } = useBoard();
  const say = useMessages(sessionMessages);
  const called = useCallName();
  return (memberId) =>
    void send('session.takeOver', { sessionId: session.id, memberId }, say.nowLeads(called(memberId) ?? ''));
}

function LeaderMenu({ session }: { session: BoardSession }) {
  const { state, memberId, may } = useBoard();
  const say = useMessages(sessionMessages);
  const called = useCallName();
  const takeOver = useTakeOver(session);
  const { leaderId } = session;
  const words = leaderId === memberId ? say.youLead : say.leads(called(leaderId) ?? '');
  if (!may('board.use')) return <p>{words}</p>;
  const items: MenuItem[] = namedPeople(state).map(({ id, name }) => ({
    id,
    label: name,
    chosen: id === leaderId,
    onSelect: () => takeOver(id),
  }));
  return (
    <Menu
      label={words}
      icon={<Icon name="people" />}
      showLabel
      items={items}
      className={styles.leads ?? ''}
    />
  );
}
