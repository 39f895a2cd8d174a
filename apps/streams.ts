import { boardPart } from '#features/board/domain';
import { goalsPart } from '#features/goals/domain';
import { peoplePart, personStreams, schoolStreams, teamStreams } from '#features/people/domain';
import { rhythmPart } from '#features/rhythm/domain';
import { themesPart } from '#features/themes/domain';
import { visitsPart } from '#features/visits/domain';
import { assemble } from '#packages/sync';

/** All kinds of stream, with what each feature puts into them. */
export const definitions = assemble(
  [teamStreams, schoolStreams, personStreams],
  [peoplePart, themesPart, rhythmPart, goalsPart, visitsPart, boardPart],
);
