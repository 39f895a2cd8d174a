import { useLocation } from 'wouter';
import type { BoardSession } from '#features/board/domain';
import { teamAt } from '#features/people/web';
import { useMessages } from '#packages/i18n/react';
import { Button, Icon, IconButton, Menu, type MenuItem, type Room } from '#packages/ui';
import { useBoard } from '../use-board.ts';
import styles from './session.module.css';
import { sessionMessages } from './session-messages.ts';
import { stepBeside } from './session-view.ts';
import type { SessionMoves } from './use-session-moves.ts';
import { useStepTitle } from './use-step-title.ts';

type Props = {
  session: BoardSession;
  room: Room;
  moves: SessionMoves;
  onPark: () => void;
  onKeys: () => void;
};

/** Always in reach: park it, a minute, a pause, back; and the one dark button. */
export function SessionFooter({ session, room, moves, onPark, onKeys }: Props) {
  const { teamId } = useBoard();
  const say = useMessages(sessionMessages);
  const titleOf = useStepTitle();
  const [, navigate] = useLocation();
  const isPaused = session.pausedAt !== null;
  const next = stepBeside(session, 1);
  const isFirst = stepBeside(session, -1) === null;
  const isPhone = room === 'phone';

  const minute: MenuItem = {
    id: 'minute',
    label: say.addMinute,
    icon: <Icon name="plus" />,
    onSelect: moves.addMinute,
  };
  const pause: MenuItem = {
    id: 'pause',
    label: isPaused ? say.resume : say.pause,
    icon: <Icon name={isPaused ? 'play' : 'pause'} />,
    onSelect: moves.pause,
  };
  const back: MenuItem = {
    id: 'back',
    label: say.back,
    icon: <Icon name="back" />,
    onSelect: moves.back,
    disabled: isFirst,
  };
  const more: MenuItem[] = [
    ...(isPhone ? [minute, pause, back] : []),
    {
      id: 'board',
      label: say.toBoard,
      icon: <Icon name="wall" />,
      onSelect: () => navigate(teamAt.to({ team: teamId })),
    },
    ...(isPhone ? [] : [{ id: 'keys', label: say.keys, icon: <Icon name="info" />, onSelect: onKeys }]),
  ];

  return (
    <div className={styles.footer} data-room={room}>
      {isPhone ? (
        <IconButton kind="outlined" label={say.park} icon={<Icon name="park" />} onClick={onPark} />
      ) : (
        <Button icon={<Icon name="park" />} onClick={onPark}>
          {say.park}
        </Button>
      )}
      {!isPhone && (
        <>
          {/* In a pause there is nothing to add a minute to. */}
          {!isPaused && <Button onClick={moves.addMinute}>{say.addMinute}</Button>}
          {isPaused ? (
            <Button icon={<Icon name="play" />} onClick={moves.pause}>
              {say.resume}
            </Button>
          ) : (
            <IconButton
              kind="outlined"
              label={say.pause}
              icon={<Icon name="pause" />}
              onClick={moves.pause}
            />
          )}
          <Button icon={<Icon name="back" />} disabled={isFirst} onClick={moves.back}>
            {say.back}
          </Button>
        </>
      )}
      <Menu label={say.more} icon={<Icon name="more" />} items={more} />
      <Button
        kind="primary"
        size={isPhone ? 'normal' : 'large'}
        className={styles.onward}
        iconAfter={<Icon name={next === null ? 'check' : 'next'} />}
        onClick={moves.next}
      >
        {next === null ? say.close : say.next(titleOf(next))}
      </Button>
    </div>
  );
}
