import { useLocation } from 'wouter';
import { useKeepActions } from '#features/goals/web';
import { homeAt, teamPeopleAt } from '#features/people/web';
import { rhythmAt } from '#features/rhythm/web';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { openSearch } from '#packages/search/react';
import { Icon, Menu, type MenuItem, type Room } from '#packages/ui';
import { arrangingAt, historyAt, inspirationAt, pastSessionsAt } from './addresses.ts';
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
  const keepActions = useKeepActions();

  const to = (id: string, label: string, icon: MenuItem['icon'], address: string): MenuItem => ({
    id,
    label,
    icon,
    onSelect: () => navigate(address),
  });
  const items: (MenuItem | false | null)[] = [
    !isDisplay && {
      id: 'search',
      label: say.search,
      hint: say.searchKeys,
      icon: <Icon name="search" />,
      onSelect: openSearch,
    },
    !isDisplay && to('home', say.home, <Icon name="back" />, homeAt.to()),
    to('past', say.pastSessions, <Icon name="clock" />, pastSessionsAt.to({ team: teamId })),
    memberId !== null && to('history', say.history, <Icon name="eye" />, historyAt.to({ team: teamId })),
    to('inspiration', say.inspiration, <Icon name="sun" />, inspirationAt.to({ team: teamId })),
    to('rhythm', say.rhythm, <Icon name="calendar" />, rhythmAt.to({ team: teamId })),
    !isDisplay && to('people', say.people, <Icon name="people" />, teamPeopleAt.to({ team: peopleOf })),
    second && { id: 'second', label: second.label, icon: <Icon name="wall" />, onSelect: second.go },
    may('board.arrange') &&
      to('arrange', say.arrange, <Icon name="settings" />, arrangingAt.to({ team: teamId })),
    room !== 'phone' && {
      id: 'print',
      label: say.print,
      icon: <Icon name="print" />,
      onSelect: () => print(),
    },
    !isDisplay && {
      id: 'actions-sheet',
      label: say.actionsSheet,
      icon: <Icon name="down" />,
      onSelect: keepActions,
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
