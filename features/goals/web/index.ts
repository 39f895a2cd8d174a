export { ActionRow } from './actions/action-row.tsx';

export { ActionsPart } from './actions/actions-part.tsx';
export { MyActions } from './actions/my-actions.tsx';
export { OverdueActions } from './actions/overdue-actions.tsx';
export { ActionComposer } from './composer/composer-to-come.tsx';

export { GoalsForSession } from './goals/goals-for-session.tsx';
export { GoalsPart } from './goals/goals-part.tsx';
export { ActionDialog } from './shown-later.ts';
