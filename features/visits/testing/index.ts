export { testFace } from './test-face.ts';

import { peopleRecords } from '#features/people/domain';
import { sam, team, tom, yasmin } from '#features/people/testing';
import { type VisitState, visitCommands, visitRecords } from '#features/visits/domain';
import type { PayloadsOf } from '#packages/sync';
import { id, OpenStream } from '#packages/testing/stream';

/** A Tuesday. */
export const today = '2026-11-24';

/** Tom looks in Sam's lesson, on a day still to agree on. */
export const newVisit: PayloadsOf<typeof visitCommands>['visitPair.plan'] = {
  id: id(90),
  visitorId: tom,
  visitedId: sam,
  alsoVisitorId: null,
  day: null,
  startsAt: null,
  viewingQuestion: null,
};

const definition = { records: { ...peopleRecords, ...visitRecords }, commands: visitCommands };

export const openVisitsStream = () =>
  new OpenStream<VisitState, typeof visitCommands>(definition, { changes: team, today, by: yasmin });
