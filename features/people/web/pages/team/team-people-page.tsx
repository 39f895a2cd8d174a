import { useEffect } from 'react';
import { currentMembers, teamContract } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { useAnswer } from '#packages/pages';
import { words } from '../../words.ts';
import { Fault } from '../frame/fault.tsx';
import { Moment } from '../frame/moment.tsx';
import { PlainPage } from '../frame/plain-page.tsx';
import { DisplaysPart } from './displays-part.tsx';
import { InvitationsPart } from './invitations-part.tsx';
import { JoinCodePart } from './join-code-part.tsx';
import { LeavePart } from './leave-part.tsx';
import { MembersPart } from './members-part.tsx';
import { messages } from './messages.ts';
import { TeamLookPart } from './team-look-part.tsx';
import { usePeople } from './use-people.ts';

/** Who is in the team, who is asked, and which screens show its board. Shown inside the team's open stream. */
export function TeamPeoplePage() {
  const say = useMessages(messages);
  const { kind } = useMessages(words);
  const { state, teamId, may, memberId } = usePeople();
  const team = state.team[teamId];
  const mayManage = may('team.manage');
  const { answer, again } = useAnswer(teamContract.people, mayManage ? { params: { team: teamId } } : null);
  const whoIsIn = currentMembers(state)
    .map((member) => member.id)
    .join();
  // Somebody accepted an invitation, or left: the lists below belong to it.
  useEffect(() => void again(), [again, whoIsIn]);

  if (!team) return null;
  const people = answer.is === 'here' ? answer.value : null;
  return (
    <PlainPage
      title={say.title(team.name)}
      eyebrow={kind[team.kind]}
      accent={team.accent}
      width="reading"
      back={{ href: `/team/${teamId}`, label: say.toBoard }}
    >
      <MembersPart people={people} />
      {mayManage && answer.is === 'asking' && <Moment />}
      {mayManage && answer.is === 'no' && <Fault of={answer.error} again={() => void again()} />}
      {people && (
        <>
          <InvitationsPart
            teamId={teamId}
            invitations={people.invitations}
            memberEmails={people.members.map((member) => member.email)}
            again={again}
          />
          <JoinCodePart teamId={teamId} teamName={team.name} joinCode={people.joinCode} again={again} />
          <DisplaysPart team={team} displays={people.displays} again={again} />
        </>
      )}
      {may('board.arrange') && <TeamLookPart team={team} />}
      {memberId !== null && <LeavePart teamId={teamId} teamName={team.name} />}
    </PlainPage>
  );
}
