import { isOver } from '#features/people/domain';
import { sayFullDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Banner } from '#packages/ui';
import { boardMessages } from './board-messages.ts';
import { useBoard } from './use-board.ts';

/** P20: a preparation team whose theme is done; what it made stays to be read. */
export function OverNotice() {
  const { state, teamId, today } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(boardMessages);
  const team = state.team.get(teamId);
  if (!team || team.endsOn === null || !isOver(team, today)) return null;
  return (
    <Banner icon="check" title={say.over(team.theme ?? '', sayFullDay(team.endsOn, language))}>
      {say.overText}
    </Banner>
  );
}
