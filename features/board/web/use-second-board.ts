import { useLocation } from 'wouter';
import { teamContract } from '#features/people/domain';
import { teamAt, useStanding } from '#features/people/web';
import { call, Refused, Unreachable } from '#packages/http/client';
import { useMessages } from '#packages/i18n/react';
import { useToasts } from '#packages/ui';
import { boardMessages } from './board-messages.ts';
import { useBoard } from './use-board.ts';

/** P19: the way from one board of the team to the other; null where there is no other and it is not for this person to open one. */
export function useSecondBoard(): { readonly label: string; readonly go: () => void } | null {
  const { state, teamId, isDisplay, may } = useBoard();
  const say = useMessages(boardMessages);
  const toasts = useToasts();
  const { refresh } = useStanding();
  const [, navigate] = useLocation();
  const team = state.team.get(teamId);
  // A wall screen is one board.
  if (!team || isDisplay) return null;
  const { improvementBoardId, organisationalBoardId } = team;
  const other = improvementBoardId ?? organisationalBoardId;
  if (other !== null)
    return {
      label: improvementBoardId === null ? say.toOrganisational : say.toImprovement,
      go: () => navigate(teamAt.to({ team: other })),
    };
  if (!may('team.describe')) return null;
  const open = async () => {
    try {
      const { boardId } = await call(teamContract.secondBoard, { params: { team: teamId } });
      await refresh();
      toasts.show({ text: say.organisationalOpened, icon: 'check' });
      navigate(teamAt.to({ team: boardId }));
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
      toasts.show({ text: say.cannotOpenBoard, tone: 'warning' });
    }
  };
  return { label: say.openOrganisational, go: () => void open() };
}
