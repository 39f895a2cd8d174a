import { type BoardKind, standardBoard } from '#features/board/domain';
import type { Change } from '#packages/sync';

/** What a new board holds from its first moment. */
export function firstRecords(board: {
  readonly teamId: string;
  readonly kind: BoardKind;
}): readonly Change[] {
  return [{ put: 'board', value: { id: board.teamId, ...standardBoard(board.kind) } }];
}
