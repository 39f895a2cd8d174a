export { ActionRow } from './actions/action-row.tsx';
export { OverdueActions } from './actions/overdue-actions.tsx';
export { useKeepActions } from './actions/use-keep-actions.ts';
export { ActionComposer } from './composer/composer-to-come.tsx';
export { GoalsForSession } from './goals/goals-for-session.tsx';
export { ActionDialog } from './shown-later.ts';
