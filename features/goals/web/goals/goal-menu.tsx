import { type Goal, openGoals } from '#features/goals/domain';
import { useMessages } from '#packages/i18n/react';
import { Icon, Menu, type MenuItem } from '#packages/ui';
import { useGoals } from '../use-goals.ts';
import { goalMessages } from './goal-messages.ts';
import { useGoalChanges } from './use-goal-changes.ts';

/** Edit, close, reopen, move, take away. */
export function GoalMenu({ goal, onEdit }: { goal: Goal; onEdit: () => void }) {
  const { state } = useGoals();
  const say = useMessages(goalMessages);
  const changes = useGoalChanges(goal);
  const goals = openGoals(state);
  const place = goals.findIndex(({ id }) => id === goal.id);
  const edit: MenuItem = { id: 'edit', label: say.edit, icon: <Icon name="edit" />, onSelect: onEdit };
  const remove: MenuItem = {
    id: 'remove',
    label: say.remove,
    icon: <Icon name="trash" />,
    danger: true,
    onSelect: () => void changes.remove(),
  };
  const reopen: MenuItem = {
    id: 'reopen',
    label: say.reopen,
    icon: <Icon name="undo" />,
    onSelect: () => void changes.reopen(),
  };
  const finish: MenuItem = {
    id: 'finish',
    label: say.finish,
    hint: say.finishHint,
    icon: <Icon name="star" />,
    onSelect: () => void changes.finish(),
  };
  const stop: MenuItem = {
    id: 'stop',
    label: say.stop,
    icon: <Icon name="close" />,
    onSelect: () => void changes.stop(),
  };
  const up: MenuItem = {
    id: 'up',
    label: say.moveUp,
    icon: <Icon name="up" />,
    onSelect: () => void changes.move(place - 1),
  };
  const down: MenuItem = {
    id: 'down',
    label: say.moveDown,
    icon: <Icon name="down" />,
    onSelect: () => void changes.move(place + 1),
  };
  const items =
    goal.closedOn === null
      ? [edit, finish, stop, ...(place > 0 ? [up] : []), ...(place < goals.length - 1 ? [down] : []), remove]
      : [edit, reopen, remove];
  return <Menu label={say.more} icon={<Icon name="more" />} items={items} />;
}
