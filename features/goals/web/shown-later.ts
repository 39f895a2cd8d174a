import { later } from '#packages/ui';

/** What opens at a tap: not part of the first view of the board. */
export const ActionDialog = later(async () => (await import('./actions/action-dialog.tsx')).ActionDialog);
export const GoalDialog = later(async () => (await import('./goals/goal-dialog.tsx')).GoalDialog);
export const GoalForm = later(async () => (await import('./goals/goal-form.tsx')).GoalForm);

/** The course of a goal comes after its words: its card keeps the room free. */
export const GoalChart = later(async () => (await import('./goals/goal-chart.tsx')).GoalChart);
