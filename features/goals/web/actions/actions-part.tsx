import { useState } from 'react';
import { useMessages } from '#packages/i18n/react';
import { BoardPart, Button, EmptyState, type PartLook, VisuallyHidden } from '#packages/ui';
import { ActionComposer } from '../composer/composer-to-come.tsx';
import { useGoals } from '../use-goals.ts';
import { type ActionFilter, actionList } from './action-list.ts';
import { actionMessages } from './action-messages.ts';
import { ActionRows } from './action-rows.tsx';
import styles from './actions-part.module.css';

type Props = {
  look: PartLook;
  /** What is shown at first. */
  filter?: ActionFilter;
};

/** The actions of the board: who does what, by when; and the place to write a new one. */
export function ActionsPart({ look, filter = 'all' }: Props) {
  const { state, today, memberId, may } = useGoals();
  const say = useMessages(actionMessages);
  const [chosen, setChosen] = useState<ActionFilter>(filter);
  const all = actionList(state, today);
  const isEmpty = all.open.length + all.done.length === 0;
  const isMine = chosen === 'mine' && memberId !== null;

  return (
    <BoardPart
      look={look}
      remark={say.remark(all.open.length, all.late)}
      footer={may('actions.take') && <ActionComposer shortcut="a" />}
      grow
    >
      {!isEmpty && memberId !== null && (
        <fieldset className={styles.filter}>
          <legend>
            <VisuallyHidden>{say.filter}</VisuallyHidden>
          </legend>
          {(['all', 'mine'] as const).map((each) => (
            <Button
              key={each}
              size="small"
              kind="quiet"
              aria-pressed={(each === 'mine') === isMine}
              onClick={() => setChosen(each)}
            >
              {say[each]}
            </Button>
          ))}
        </fieldset>
      )}
      {isEmpty ? (
        <EmptyState
          title={say.emptyTitle}
          exampleLabel={say.exampleLabel}
          example={
            <p className={styles.example}>
              <span>{say.example.text}</span>
              <strong>{say.example.who}</strong>
              <span>{say.example.when}</span>
            </p>
          }
        >
          <p>{say.emptyText}</p>
        </EmptyState>
      ) : (
        <ActionRows key={chosen} memberId={isMine ? memberId : null} empty={<p>{say.emptyMine}</p>} />
      )}
      <VisuallyHidden>
        <span role="status">{isEmpty ? '' : say.announce(all.open.length, all.late)}</span>
      </VisuallyHidden>
    </BoardPart>
  );
}
