import type { ComponentProps } from 'react';
import type { PartPlace } from '#features/board/domain';
import { useMessages } from '#packages/i18n/react';
import { Icon, IconButton, Pill } from '#packages/ui';
import styles from './arranging.module.css';
import { messages } from './arranging-messages.ts';

export type CardMoves = {
  readonly up: (() => void) | null;
  readonly down: (() => void) | null;
  readonly left: (() => void) | null;
  readonly right: (() => void) | null;
  readonly toggle: () => void;
  readonly rename: () => void;
};

/** One part in arrange mode: drag it by its grip, or use the buttons. */
export function ArrangeCard({
  place,
  title,
  moves,
  grip,
  dragged,
}: {
  place: PartPlace;
  title: string;
  moves: CardMoves;
  grip: Pick<ComponentProps<'span'>, 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'>;
  dragged: { byX: number; byY: number } | null;
}) {
  const say = useMessages(messages);
  const button = (label: string, icon: 'up' | 'down' | 'back' | 'next', onClick: (() => void) | null) => (
    <IconButton
      label={label}
      icon={<Icon name={icon} />}
      disabled={onClick === null}
      onClick={() => onClick?.()}
    />
  );
  return (
    <li
      data-part={place.part}
      className={styles.card}
      data-hidden={place.hidden || undefined}
      data-dragged={dragged ? '' : undefined}
      style={dragged ? { transform: `translate(${dragged.byX}px, ${dragged.byY}px)` } : undefined}
    >
      {/* Dragging is an extra for who has a pointer; the buttons below do the same. */}
      <span className={styles.grip} title={say.drag(title)} {...grip}>
        <Icon name="more" />
        <span className={styles.title}>{title}</span>
        {place.hidden && <Pill tone="waiting">{say.hidden}</Pill>}
      </span>
      <div className={styles.buttons}>
        {button(say.up(title), 'up', moves.up)}
        {button(say.down(title), 'down', moves.down)}
        {button(say.left(title), 'back', moves.left)}
        {button(say.right(title), 'next', moves.right)}
        <IconButton
          label={place.hidden ? say.show(title) : say.hide(title)}
          icon={<Icon name={place.hidden ? 'eye' : 'eyeOff'} />}
          onClick={moves.toggle}
        />
        <IconButton label={say.rename(title)} icon={<Icon name="edit" />} onClick={moves.rename} />
      </div>
    </li>
  );
}
