import { useLocation } from 'wouter';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Icon, Menu, type MenuItem, type Room } from '#packages/ui';
import { addressOf } from './addresses.ts';
import { boardMessages } from './board-messages.ts';
import { useFullScreen } from './display/use-full-screen.ts';
import { useBoard } from './use-board.ts';
import { useSecondBoard } from './use-second-board.ts';

/** Everything that is not for every day. */
export function BoardMenu({ room, onShortcuts }: { room: Room; onShortcuts: () => void }) {
  const { state, teamId, memberId, isDisplay, may } = useBoard();
  const second = useSecondBoard();
  // The people of a team are settled at its improvement board.
  const peopleOf = state.team.get(teamId)?.improvementBoardId ?? teamId;
  const { language, setLanguage } = useLanguage();
  const say = useMessages(boardMessages);
  const [, navigate] = useLocation();
  const fullScreen = useFullScreen();

  const to = (id: string, label: string, icon: MenuItem['icon'], address: string): MenuItem => ({
    id,
    label,
    icon,
    onSelect: () => navigate(address),
  });
  const items: (MenuItem | false | null)[] = [
    !isDisplay && to('home', say.home, <Icon name="back" />, addressOf.home()),
    to('past', say.pastSessions, <Icon name="clock" />, addressOf.pastSessions(teamId)),
    memberId !== null && to('history', say.history, <Icon name="eye" />, addressOf.history(teamId)),
    to('inspiration', say.inspiration, <Icon name="sun" />, addressOf.inspiration(teamId)),
    to('rhythm', say.rhythm, <Icon name="calendar" />, addressOf.rhythm(teamId)),
    !isDisplay && to('people', say.people, <Icon name="people" />, addressOf.people(peopleOf)),
    second && { id: 'second', label: second.label, icon: <Icon name="wall" />, onSelect: second.go },
    may('board.arrange') && to('arrange', say.arrange, <Icon name="settings" />, addressOf.arranging(teamId)),
    room !== 'phone' && {
      id: 'print',
      label: say.print,
      icon: <Icon name="print" />,
      onSelect: () => print(),
    },
    room !== 'phone' &&
      fullScreen !== null && {
        id: 'full-screen',
        label: fullScreen.isFull ? say.leaveFullScreen : say.fullScreen,
        icon: <Icon name="wall" />,
        onSelect: fullScreen.toggle,
      },
    room !== 'phone' && {
      id: 'shortcuts',
      label: say.shortcuts,
      icon: <Icon name="info" />,
      onSelect: onShortcuts,
    },
    {
      id: 'language',
      label: say.language,
      icon: <Icon name="next" />,
      onSelect: () => setLanguage(language === 'nl' ? 'en' : 'nl'),
    },
  ];
  return (
    <Menu
      label={say.menu}
      icon={<Icon name="more" />}
      items={items.filter((item) => item !== false && item !== null)}
    />
  );
}
