import { useState } from 'react';
import { boardOf, type PartPlace } from '#features/board/domain';
import { useMessages } from '#packages/i18n/react';
import { usePartTitle, usePlaceTitle } from '../part-words.ts';
import { useBoard } from '../use-board.ts';
import { ArrangeCard } from './arrange-card.tsx';
import styles from './arranging.module.css';
import { messages } from './arranging-messages.ts';
import { RenameDialog } from './rename-dialog.tsx';
import { usePartDrag } from './use-part-drag.ts';

const columns = [1, 2, 3] as const;

/** The three columns with every part, the hidden ones too. */
export function ArrangeColumns() {
  const { state, teamId, send } = useBoard();
  const say = useMessages(messages);
  const standard = usePartTitle();
  const titleOf = usePlaceTitle();
  const [renamed, setRenamed] = useState<PartPlace | null>(null);
  const { parts } = boardOf(state, teamId);
  const inColumn = (column: number) => parts.filter((place) => place.column === column);

  const move = (part: string, column: number, index: number) => {
    const before = parts.find((place) => place.part === part);
    const stays = before?.column === column && inColumn(column).indexOf(before) === index;
    if (before && !stays) void send('board.movePart', { part, column, index }, say.moved(titleOf(before)));
  };
  const { dragging, handle } = usePartDrag(move);

  const movesOf = (place: PartPlace, index: number, count: number) => {
    const { part, column, hidden } = place;
    const title = titleOf(place);
    return {
      up: index > 0 ? () => move(part, column, index - 1) : null,
      down: index < count - 1 ? () => move(part, column, index + 1) : null,
      left: column > 1 ? () => move(part, column - 1, index) : null,
      right: column < columns.length ? () => move(part, column + 1, index) : null,
      toggle: () =>
        void send(
          'board.hidePart',
          { part, hidden: !hidden },
          hidden ? say.isShown(title) : say.isHidden(title),
        ),
      rename: () => setRenamed(place),
    };
  };

  return (
    <div className={styles.columns}>
      {columns.map((column) => {
        const places = inColumn(column);
        const lands = dragging?.column === column ? dragging : null;
        const others = places.filter((place) => place.part !== dragging?.part);
        return (
          <section key={column} className={styles.column} aria-label={say.column(column)}>
            <h2 className={styles.heading}>{say.column(column)}</h2>
            <ul data-column={column} className={styles.cards} data-lands={lands ? '' : undefined}>
              {places.map((place, index) => (
                <ArrangeCard
                  key={place.part}
                  place={place}
                  title={titleOf(place)}
                  moves={movesOf(place, index, places.length)}
                  grip={handle(place.part)}
                  dragged={dragging?.part === place.part ? dragging : null}
                />
              ))}
              {lands && (
                <li aria-hidden="true" className={styles.landing}>
                  {lands.index + 1} / {others.length + 1}
                </li>
              )}
              {places.length === 0 && !lands && <li className={styles.empty}>{say.emptyColumn}</li>}
            </ul>
          </section>
        );
      })}
      {renamed && (
        <RenameDialog place={renamed} standard={standard(renamed.part)} onClose={() => setRenamed(null)} />
      )}
    </div>
  );
}
