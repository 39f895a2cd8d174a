import { Link } from 'wouter';
import { currentMembers } from '#features/people/domain';
import { teamPeopleAt } from '#features/people/web';
import { useMessages } from '#packages/i18n/react';
import { Banner, Icon, LinkButton } from '#packages/ui';
import { boardMessages } from './board-messages.ts';
import { useBoard } from './use-board.ts';

/** A board without people teaches nothing: the first step is to invite them. */
export function NewTeam() {
  const { state, teamId, may } = useBoard();
  const say = useMessages(boardMessages);
  if (currentMembers(state).length > 0 || !may('team.manage')) return null;
  return (
    <Banner
      title={say.newTeam}
      actions={
        <Link href={teamPeopleAt.to({ team: teamId })} asChild>
          <LinkButton icon={<Icon name="people" />}>{say.invite}</LinkButton>
        </Link>
      }
    >
      {say.newTeamText}
    </Banner>
  );
}
