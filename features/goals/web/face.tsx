import { actionsOf, type GoalState, goalAttention, isOverdue, openGoals } from '#features/goals/domain';
import type { Looking, WebFace } from '#packages/feature/web';
import { ActionsPart } from './actions/actions-part.tsx';
import { MyActionsCard } from './actions/my-actions-card.tsx';
import { GoalsPart } from './goals/goals-part.tsx';

const mine = (state: GoalState, { memberId }: Looking) =>
  memberId === null ? [] : actionsOf(state, memberId);

export const face: WebFace = {
  parts: {
    goals: {
      Part: GoalsPart,
      title: { nl: 'Doelen', en: 'Goals' },
      write: { nl: 'Nieuw doel', en: 'New goal' },
      share: 2.1,
      givesWay: { shrink: 0.01, least: 12 },
      onPhone: 10,
      asks: [
        {
          rank: 60,
          when: (state: GoalState, { today }) =>
            openGoals(state).some((goal) => goalAttention(state, goal, today) !== null),
        },
      ],
    },
    actions: {
      Part: ActionsPart,
      title: { nl: 'Acties', en: 'Actions' },
      write: { nl: 'Schrijf een actie op', en: 'Write down an action' },
      shortcut: 'a',
      share: 1.5,
      givesWay: { shrink: 2, least: 8 },
      onPhone: 0,
      asks: [
        {
          rank: 10,
          when: (state: GoalState, looking) =>
            mine(state, looking).some((action) => isOverdue(action, looking.today)),
        },
        { rank: 30, when: (state: GoalState, looking) => mine(state, looking).length > 0 },
        // A list is read at a glance; charts of goals fill a phone.
        { rank: 50, when: () => true },
      ],
    },
  },
  dayCards: [{ order: 20, Card: MyActionsCard }],
  things: { nl: { goal: 'Een doel', action: 'Een actie' }, en: { goal: 'A goal', action: 'An action' } },
  deeds: async () => (await import('./deeds.ts')).deeds,
  finds: async () => (await import('./finds.ts')).finds,
};
