export { testFace } from './test-face.ts';

import { type GoalState, goalCommands, goalRecords } from '#features/goals/domain';
import { peopleRecords } from '#features/people/domain';
import { team, yasmin } from '#features/people/testing';
import { rhythmRecords } from '#features/rhythm/domain';
import type { PayloadsOf } from '#packages/sync';
import { id, OpenStream } from '#packages/testing/stream';

/** A Tuesday. */
export const today = '2026-11-24';

export const goalId = id(50);
export const periodId = id(60);

/** A goal of six weeks, so that P1, P2 and P3 take two weeks each. */
export const newGoal: PayloadsOf<typeof goalCommands>['goal.add'] = {
  id: goalId,
  text: 'De leerlingen van groep 7 kunnen zelf zeggen welk rekendoel ze hebben gehaald.',
  pupils: 'groep 7',
  target: 8,
  weeks: 6,
  startedOn: today,
  periodId: null,
  ownerId: yasmin,
  baseline: null,
};

export const newAction: PayloadsOf<typeof goalCommands>['action.add'] = {
  id: id(70),
  kind: 'classroom',
  text: 'Exit tickets maken',
  ownerId: yasmin,
  alsoIds: [],
  goalId: null,
  due: null,
};

const period = {
  id: periodId,
  number: 2,
  name: null,
  firstDay: '2026-11-09',
  lastDay: '2026-12-18',
  removedAt: null,
};

const definition = {
  records: { ...peopleRecords, ...rhythmRecords, ...goalRecords },
  commands: goalCommands,
};

export const openGoalsStream = () =>
  new OpenStream<GoalState, typeof goalCommands>(definition, {
    changes: [...team, { put: 'period', value: period }],
    today,
    by: yasmin,
  });
