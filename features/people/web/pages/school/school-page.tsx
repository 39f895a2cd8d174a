import { schoolContract } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { Fault, Moment, PlainPage, pageMessages, useAnswer, useList } from '#packages/pages';
import { homeAt } from '../../addresses.ts';
import { useMay } from '../../rights.tsx';
import { messages } from './messages.ts';
import { PeoplePart } from './people-part.tsx';
import { RoleInvitationsPart } from './role-invitations-part.tsx';
import { SettingsPart } from './settings-part.tsx';
import { TeamsPart } from './teams-part.tsx';

/** A school's teams, and for its leaders the people and their roles (rules P6, P15). */
export function SchoolPage({ school: schoolId }: { school: string }) {
  const say = useMessages(messages);
  const { toOverview } = useMessages(pageMessages);
  const may = useMay();
  const { answer, again } = useAnswer(schoolContract.teams, { params: { school: schoolId } });
  const known = answer.is === 'here' ? answer.value : null;
  const teams = known?.teams ?? [];
  const mayManage = known !== null && may('school.manage', known.school);
  const invitations = useList(
    schoolContract.invitations,
    mayManage ? { params: { school: schoolId }, query: { limit: 100 } } : null,
  );

  return (
    <PlainPage title={known?.name ?? say.school} back={{ href: homeAt.to(), label: toOverview }}>
      {answer.is === 'asking' && <Moment />}
      {answer.is === 'no' && <Fault of={answer.error} again={() => void again()} />}
      {known && <TeamsPart school={known.school} teams={teams} mayManage={mayManage} again={again} />}
      {known && mayManage && (
        <>
          <SettingsPart schoolId={schoolId} membersInvite={known.school.membersInvite} again={again} />
          <PeoplePart schoolId={schoolId} teams={teams} />
          <RoleInvitationsPart schoolId={schoolId} invitations={invitations} teams={teams} />
        </>
      )}
    </PlainPage>
  );
}
