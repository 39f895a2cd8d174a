import { can, schoolContract } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { Fault, Moment, PlainPage, pageMessages, useAnswer, useList } from '#packages/pages';
import { useMe } from '../../me.tsx';
import { messages } from './messages.ts';
import { PeoplePart } from './people-part.tsx';
import { RoleInvitationsPart } from './role-invitations-part.tsx';
import { TeamsPart } from './teams-part.tsx';

/** A school's teams, and for its leaders the people and their roles (rules P6, P15). */
export function SchoolPage({ schoolId }: { schoolId: string }) {
  const say = useMessages(messages);
  const { toOverview } = useMessages(pageMessages);
  const { actor, schools } = useMe();
  const mayManage = can(actor, 'school.manage', { schoolId });
  const { answer: teams, again: teamsAgain } = useAnswer(schoolContract.teams, {
    params: { school: schoolId },
  });
  const invitations = useList(
    schoolContract.invitations,
    mayManage ? { params: { school: schoolId }, query: { limit: 100 } } : null,
  );
  const name = schools.find((school) => school.id === schoolId)?.name ?? say.school;
  const known = teams.is === 'here' ? teams.value.teams : [];

  return (
    <PlainPage title={name} back={{ href: '/', label: toOverview }}>
      {teams.is === 'asking' && <Moment />}
      {teams.is === 'no' && <Fault of={teams.error} again={() => void teamsAgain()} />}
      {teams.is === 'here' && (
        <TeamsPart schoolId={schoolId} teams={known} mayManage={mayManage} again={teamsAgain} />
      )}
      {mayManage && <PeoplePart schoolId={schoolId} teams={known} />}
      {mayManage && <RoleInvitationsPart schoolId={schoolId} invitations={invitations} teams={known} />}
    </PlainPage>
  );
}
