import { useState } from 'react';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { useWaiting } from '#packages/sync/react';
import { Button, Card, EmptyState, Icon, Menu, SectionHeading } from '#packages/ui';
import { inspirationTitles } from '../inspiration-titles.ts';
import { useBoard } from '../use-board.ts';
import styles from './inspiration.module.css';
import { InspirationDialog } from './inspiration-dialog.tsx';
import { messages } from './inspiration-messages.ts';
import { type ShelfItem, type ShelfKind, useShelf } from './use-shelf.ts';

/** One kind of inspiration: read it, add to it, change its order. */
export function InspirationShelf({ kind }: { kind: ShelfKind }) {
  const shelf = useShelf(kind);
  const { items, mayWrite } = shelf;
  const say = useMessages(messages);
  const titles = useMessages(inspirationTitles);
  const [open, setOpen] = useState<ShelfItem | 'new' | null>(null);
  const words = say.kinds[kind];
  const add = mayWrite && (
    <Button size="small" icon={<Icon name="plus" />} onClick={() => setOpen('new')}>
      {words.add}
    </Button>
  );

  const optionsOf = (item: ShelfItem, index: number) => {
    const inspirationId = item.id;
    return [
      { id: 'edit', label: say.edit, icon: <Icon name="edit" />, onSelect: () => setOpen(item) },
      {
        id: 'up',
        label: say.up,
        icon: <Icon name="up" />,
        disabled: index === 0,
        onSelect: () => void shelf.move(inspirationId, index - 1, say.moved),
      },
      {
        id: 'down',
        label: say.down,
        icon: <Icon name="down" />,
        disabled: index === items.length - 1,
        onSelect: () => void shelf.move(inspirationId, index + 1, say.moved),
      },
      {
        id: 'remove',
        label: say.remove,
        icon: <Icon name="trash" />,
        onSelect: () => void shelf.remove(inspirationId, say.removed),
      },
    ];
  };

  return (
    <Card className={kind === 'ambition' ? styles.ambition : undefined}>
      <SectionHeading>{titles[kind]}</SectionHeading>
      {shelf.isOfSchool && (
        <p className={styles.small}>{kind === 'ambition' ? say.ofSchoolLong : say.ofSchool}</p>
      )}
      {items.length === 0 ? (
        <EmptyState
          title={words.about}
          exampleLabel={say.example}
          example={<p>{words.example}</p>}
          action={add}
        >
          {null}
        </EmptyState>
      ) : (
        <>
          <ul className={styles.items}>
            {items.map((item, index) => (
              <li key={item.id} className={styles.item}>
                <Words item={item} />
                {mayWrite && (
                  <Menu
                    label={say.optionsFor(item.text.slice(0, 60))}
                    icon={<Icon name="more" />}
                    items={optionsOf(item, index)}
                  />
                )}
              </li>
            ))}
          </ul>
          {(kind !== 'ambition' || items.length === 0) && <div>{add}</div>}
        </>
      )}
      {open !== null && (
        <InspirationDialog
          kind={kind}
          shelf={shelf}
          item={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}

function Words({ item }: { item: ShelfItem }) {
  const { today } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(messages);
  const isWaiting = useWaiting();
  const small = [item.day && sayDay(item.day, today, language), isWaiting(item.id) && say.notSent]
    .filter(Boolean)
    .join(' · ');
  return (
    <div className={styles.words}>
      <p className={styles.text}>{item.text}</p>
      {small && <p className={styles.small}>{small}</p>}
    </div>
  );
}
