import { useState } from 'react';
import { type OpenInvitation, schoolContract, type TeamOfSchool } from '#features/people/domain';
import { call } from '#packages/http/client';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { dayIn } from '#packages/kernel';
import { Fault, type Listed, More, useDoing } from '#packages/pages';
import { Button, Card, Icon, SectionHeading, useToasts, VisuallyHidden } from '#packages/ui';
import { words } from '../../words.ts';
import { InviteToRoleDialog } from './invite-to-role-dialog.tsx';
import { messages } from './messages.ts';
import styles from './school.module.css';

/** Asking in a leader, a coach, or somebody of the governing body (rule P11). */
export function RoleInvitationsPart({
  schoolId,
  invitations,
  teams,
}: {
  schoolId: string;
  invitations: Listed<OpenInvitation>;
  teams: readonly TeamOfSchool[];
}) {
  const say = useMessages(messages);
  const { role: roleNames } = useMessages(words);
  const { language } = useLanguage();
  const toasts = useToasts();
  const [isInviting, setInviting] = useState(false);
  const withdrawing = useDoing();
  const today = dayIn(Date.now());
  const { answer, again } = invitations;
  const open = answer.is === 'here' ? answer.value.items : [];
  const withdraw = ({ id, name, email }: OpenInvitation) =>
    void withdrawing.act(async () => {
      await call(schoolContract.withdrawInvitation, { params: { school: schoolId, invitation: id } });
      await again();
      toasts.show({ text: say.withdrawn(name ?? email) });
    });
  return (
    <Card aria-labelledby="school-invite">
      <SectionHeading id="school-invite">{say.inviteTitle}</SectionHeading>
      <p className={styles.about}>{say.inviteIntro}</p>
      {answer.is === 'no' && <Fault of={answer.error} again={() => void again()} />}
      {open.length > 0 && (
        <div>
          <h3 className={styles.small}>{say.open}</h3>
          <ul className={styles.list}>
            {open.map((invitation) => (
              <li key={invitation.id} className={styles.line}>
                <div className={styles.words}>
                  <p className={styles.name}>{invitation.name ?? invitation.email}</p>
                  <p className={styles.about}>
                    {invitation.role && roleNames[invitation.role]} · {invitation.email} ·{' '}
                    {say.validUntil(sayDay(dayIn(Date.parse(invitation.expiresAt)), today, language))}
                  </p>
                </div>
                <Button
                  kind="quiet"
                  size="small"
                  busy={withdrawing.busy}
                  onClick={() => withdraw(invitation)}
                >
                  {say.withdraw}
                  <VisuallyHidden>: {invitation.name ?? invitation.email}</VisuallyHidden>
                </Button>
              </li>
            ))}
          </ul>
          <More of={invitations} />
        </div>
      )}
      <Fault of={withdrawing.fault} />
      <div>
        <Button icon={<Icon name="mail" />} onClick={() => setInviting(true)}>
          {say.invite}
        </Button>
      </div>
      {isInviting && (
        <InviteToRoleDialog
          schoolId={schoolId}
          teams={teams}
          again={again}
          onClose={() => setInviting(false)}
        />
      )}
    </Card>
  );
}
