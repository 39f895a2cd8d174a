export { testFace } from './test-face.ts';

import { peopleRecords } from '#features/people/domain';
import { team, yasmin } from '#features/people/testing';
import { type RhythmState, rhythmCommands, rhythmRecords } from '#features/rhythm/domain';
import { OpenStream } from '#packages/testing/stream';

/** A Tuesday. */
export const today = '2026-11-24';

const definition = { records: { ...peopleRecords, ...rhythmRecords }, commands: rhythmCommands };

export const openRhythm = () =>
  new OpenStream<RhythmState, typeof rhythmCommands>(definition, { changes: team, today, by: yasmin });
