import { useState } from 'react';
import { type ParkedTopic, parkedTopics, settledTopics } from '#features/board/domain';
import { useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { useWaiting } from '#packages/sync/react';
import { BoardPart, Checkbox, Icon, LineComposer, later, Menu, type PartLook, useDraft } from '#packages/ui';
import { useBoard, useCallName } from '../use-board.ts';
import { messages } from './part-messages.ts';
import styles from './parts.module.css';

const TopicDialog = later(async () => (await import('./topic-dialog.tsx')).TopicDialog);

const SETTLED_SHOWN = 10;

/** Subjects that wait, so that the session can go on. */
export function ParkingPart({ look }: { look: PartLook }) {
  const { state, may } = useBoard();
  const say = useMessages(messages);
  const [open, setOpen] = useState<{ topic: ParkedTopic; to: 'edit' | 'settle' } | null>(null);
  const mayWrite = may('board.takePart');
  const waiting = parkedTopics(state);
  const settled = settledTopics(state).slice(0, SETTLED_SHOWN);

  return (
    <BoardPart
      look={look}
      remark={waiting.length > 0 && say.parkedCount(waiting.length)}
      footer={mayWrite ? <TopicComposer /> : undefined}
    >
      {waiting.length === 0 && <p className={styles.quiet}>{say.parkingEmpty}</p>}
      <ul className={styles.topics}>
        {waiting.map((topic) => (
          <Topic key={topic.id} topic={topic} onOpen={mayWrite ? (to) => setOpen({ topic, to }) : null} />
        ))}
      </ul>
      {settled.length > 0 && (
        <details className={`${styles.quiet} no-print`}>
          <summary>{say.settledOnes}</summary>
          <ul className={styles.topics}>
            {settled.map((topic) => (
              <SettledTopic key={topic.id} topic={topic} mayWrite={mayWrite} />
            ))}
          </ul>
        </details>
      )}
      {open && <TopicDialog topic={open.topic} to={open.to} onClose={() => setOpen(null)} />}
    </BoardPart>
  );
}

function Topic({ topic, onOpen }: { topic: ParkedTopic; onOpen: ((to: 'edit' | 'settle') => void) | null }) {
  const { send } = useBoard();
  const say = useMessages(messages);
  const called = useCallName();
  const isWaiting = useWaiting();
  const by = called(topic.byId);
  const small = [by && say.parkedBy(by), isWaiting(topic.id) && say.notSent].filter(Boolean).join(' · ');
  return (
    <li className={styles.topic} data-record={topic.id}>
      {onOpen && (
        <Checkbox
          label={say.settle(topic.text)}
          labelHidden
          checked={false}
          onChange={() => onOpen('settle')}
        />
      )}
      <span className={styles.words}>
        {topic.text} {small && <small>{small}</small>}
      </span>
      {onOpen && (
        <Menu
          label={say.optionsFor(topic.text)}
          icon={<Icon name="more" />}
          items={[
            { id: 'edit', label: say.edit, icon: <Icon name="edit" />, onSelect: () => onOpen('edit') },
            {
              id: 'remove',
              label: say.remove,
              icon: <Icon name="trash" />,
              onSelect: () => void send('parked.remove', { topicId: topic.id }, say.topicRemoved),
            },
          ]}
        />
      )}
    </li>
  );
}

function SettledTopic({ topic, mayWrite }: { topic: ParkedTopic; mayWrite: boolean }) {
  const { send } = useBoard();
  const say = useMessages(messages);
  return (
    <li className={styles.topic} data-record={topic.id}>
      <span className={styles.words}>
        {topic.text}
        {topic.outcome && <small> → {topic.outcome}</small>}
      </span>
      {mayWrite && (
        <Menu
          label={say.optionsFor(topic.text)}
          icon={<Icon name="more" />}
          items={[
            {
              id: 'back',
              label: say.putBack,
              icon: <Icon name="undo" />,
              onSelect: () =>
                void send('parked.unsettle', { topicId: topic.id }, say.puttingBack(topic.text)),
            },
          ]}
        />
      )}
    </li>
  );
}

function TopicComposer() {
  const { teamId, memberId, send } = useBoard();
  const say = useMessages(messages);
  const [text, setText] = useDraft(teamId, 'parked');

  return (
    <LineComposer
      label={say.parkIt}
      value={text}
      onChange={setText}
      maxLength={280}
      shortcut="p"
      onKeep={(line) =>
        send(
          'parked.add',
          { id: newId(), text: line, byId: memberId, goalId: null, actionId: null },
          say.parked,
        )
      }
    />
  );
}
