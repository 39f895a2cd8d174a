import { Link } from 'wouter';
import { type InspirationKind, inspirationOf } from '#features/board/domain';
import { useMessages } from '#packages/i18n/react';
import { BoardPart, EmptyState, LinkButton, type PartLook } from '#packages/ui';
import { addressOf } from '../addresses.ts';
import { inspirationTitles } from '../inspiration-titles.ts';
import { useBoard } from '../use-board.ts';
import { messages } from './part-messages.ts';
import styles from './parts.module.css';

/** On the board the ambition stands in the header already. */
const shownHere: readonly InspirationKind[] = ['agreement', 'arena', 'year-board', 'story'];
const MOST_PER_KIND = 3;

/** A glimpse of the inspiration side; the whole of it is one tap away. */
export function InspirationPart({ look }: { look: PartLook }) {
  const { state, teamId } = useBoard();
  const say = useMessages(messages);
  const titles = useMessages(inspirationTitles);
  const shelves = shownHere
    .map((kind) => ({ kind, items: inspirationOf(state, kind) }))
    .filter(({ items }) => items.length > 0);
  const there = addressOf.inspiration(teamId);

  if (shelves.length === 0) {
    return (
      <BoardPart look={look}>
        <EmptyState
          title={say.inspirationEmptyTitle}
          action={
            <Link href={there} asChild>
              <LinkButton size="small">{say.toInspiration}</LinkButton>
            </Link>
          }
        >
          {say.inspirationEmpty}
        </EmptyState>
      </BoardPart>
    );
  }
  return (
    <BoardPart
      look={look}
      remark={
        <Link href={there} className={`${styles.link} no-print`}>
          {say.toInspiration}
        </Link>
      }
    >
      <div className={styles.shelf}>
        {shelves.map(({ kind, items }) => (
          <div key={kind}>
            <h3>{titles[kind]}</h3>
            <ul>
              {items.slice(0, MOST_PER_KIND).map((item) => (
                <li key={item.id}>{item.text}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </BoardPart>
  );
}
