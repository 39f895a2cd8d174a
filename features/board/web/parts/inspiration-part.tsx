import { Link } from 'wouter';
import { useMessages } from '#packages/i18n/react';
import { BoardPart, EmptyState, LinkButton, type PartLook } from '#packages/ui';
import { inspirationAt } from '../addresses.ts';
import { useShelf } from '../inspiration/use-shelf.ts';
import { inspirationTitles } from '../inspiration-titles.ts';
import { useBoard } from '../use-board.ts';
import { messages } from './part-messages.ts';
import styles from './parts.module.css';

/** On the board the ambition stands in the header already. */
const shownHere = ['agreement', 'arena', 'year-board', 'story'] as const;
const MOST_PER_KIND = 3;

function useShelves() {
  const [agreement, arena, yearBoard, story] = [
    useShelf('agreement'),
    useShelf('arena'),
    useShelf('year-board'),
    useShelf('story'),
  ];
  const items = { agreement, arena, 'year-board': yearBoard, story };
  return shownHere.map((kind) => ({ kind, items: items[kind].items }));
}

/** A glimpse of the inspiration side; the whole of it is one tap away. */
export function InspirationPart({ look }: { look: PartLook }) {
  const { teamId } = useBoard();
  const say = useMessages(messages);
  const titles = useMessages(inspirationTitles);
  const shelves = useShelves().filter(({ items }) => items.length > 0);
  const there = inspirationAt.to({ team: teamId });

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
