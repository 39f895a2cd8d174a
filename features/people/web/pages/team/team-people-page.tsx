import { useEffect } from 'react';
import { currentMembers, teamContract } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { Fault, Moment, PlainPage, useAnswer, useList } from '#packages/pages';
import { teamAt } from '../../addresses.ts';
import { usePeople } from '../../use-people.ts';
import { words } from '../../words.ts';
import { DisplaysPart } from './displays-part.tsx';
import { GuestsPart } from './guests-part.tsx';
import { InvitationsPart } from './invitations-part.tsx';
import { JoinCodePart } from './join-code-part.tsx';
import { LeavePart } from './leave-part.tsx';
import { MembersPart } from './members-part.tsx';
import { messages } from './messages.ts';
import { TeamLookPart } from './team-look-part.tsx';
import { ThemePart } from './theme-part.tsx';

/** Who is in the team, who is asked, and which screens show its board. Shown inside the team's open stream. */
export function TeamPeoplePage() {
  const say = useMessages(messages);
  const { kind } = useMessages(words);
  const { state, teamId, may, memberId } = usePeople();
  const team = state.team.get(teamId);
  const mayManage = may('team.manage');
  const asked = may('team.people') ? { params: { team: teamId } } : null;
  const { answer: people, again: peopleAgain } = useList(
    teamContract.people,
    asked && { ...asked, query: { limit: 100 } },
  );
  const invitations = useList(
    teamContract.invitations,
    mayManage ? { params: { team: teamId }, query: { limit: 100 } } : null,
  );
  const { answer: waysIn, again: waysInAgain } = useAnswer(teamContract.waysIn, asked);
  const whoIsIn = currentMembers(state)
    .map((member) => member.id)
    .join();
  const invitationsAgain = invitations.again;
  // Somebody accepted an invitation, or left: the lists below belong to it.
  useEffect(() => {
    void peopleAgain();
    void invitationsAgain();
  }, [peopleAgain, invitationsAgain, whoIsIn]);

  if (!team) return null;
  const members = people.is === 'here' ? people.value.items : [];
  return (
    <PlainPage
      title={say.title(team.name)}
      eyebrow={kind[team.kind]}
      accent={team.accent}
      width="reading"
      back={{ href: teamAt.to({ team: teamId }), label: say.toBoard }}
    >
      <MembersPart known={members} />
      <GuestsPart />
      {people.is === 'no' && <Fault of={people.error} again={() => void peopleAgain()} />}
      {mayManage && (
        <InvitationsPart
          teamId={teamId}
          invitations={invitations}
          memberEmails={members.flatMap(({ email }) => email ?? [])}
        />
      )}
      {asked && waysIn.is === 'asking' && <Moment />}
      {waysIn.is === 'no' && <Fault of={waysIn.error} again={() => void waysInAgain()} />}
      {waysIn.is === 'here' && (
        <>
          {waysIn.value.joinCode && (
            <JoinCodePart
              teamId={teamId}
              teamName={team.name}
              joinCode={waysIn.value.joinCode}
              again={waysInAgain}
            />
          )}
          <DisplaysPart team={team} displays={waysIn.value.displays} again={waysInAgain} />
        </>
      )}
      {team.kind === 'preparation' && may('team.theme') && (
        <ThemePart key={`${team.theme} ${team.endsOn}`} team={team} />
      )}
      {may('team.describe') && <TeamLookPart team={team} />}
      {memberId !== null && (
        <LeavePart
          teamId={teamId}
          teamName={team.name}
          isOfTeam={state.member.get(memberId)?.place === 'member'}
        />
      )}
    </PlainPage>
  );
}
