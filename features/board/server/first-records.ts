import { standardBoard } from '#features/board/domain';
import type { TeamKind } from '#features/people/domain';
import type { Change } from '#packages/sync';

/** What a new team's board holds from its first moment. */
export function firstRecords(team: { readonly teamId: string; readonly kind: TeamKind }): readonly Change[] {
  return [{ put: 'board', value: { id: team.teamId, ...standardBoard(team.kind) } }];
}
