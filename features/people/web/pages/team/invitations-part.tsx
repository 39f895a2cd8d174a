import { type OpenInvitation, teamContract } from '#features/people/domain';
import { call } from '#packages/http/client';
import { sayDay, sayMoment } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { dayIn } from '#packages/kernel';
import { Fault, type Listed, More, useDoing } from '#packages/pages';
import { Button, Card, Row, SectionHeading, useToasts, VisuallyHidden } from '#packages/ui';
import { InviteForm } from './invite-form.tsx';
import { messages } from './inviting-messages.ts';
import styles from './parts.module.css';

type Props = {
  teamId: string;
  invitations: Listed<OpenInvitation>;
  memberEmails: readonly string[];
};

/** Asking people in (rule P11), and who has been asked but is not in yet. */
export function InvitationsPart({ teamId, invitations, memberEmails }: Props) {
  const say = useMessages(messages);
  const { answer, again } = invitations;
  const open = answer.is === 'here' ? answer.value.items : [];
  return (
    <Card aria-labelledby="people-invite">
      <SectionHeading id="people-invite">{say.title}</SectionHeading>
      <InviteForm teamId={teamId} invitations={open} memberEmails={memberEmails} again={again} />
      {answer.is === 'no' && <Fault of={answer.error} again={() => void again()} />}
      {open.length > 0 && (
        <div>
          <h3 className={styles.small}>{say.open}</h3>
          <ul className={styles.list}>
            {open.map((invitation) => (
              <InvitationLine key={invitation.id} teamId={teamId} invitation={invitation} again={again} />
            ))}
          </ul>
          <More of={invitations} />
        </div>
      )}
    </Card>
  );
}

function InvitationLine({
  teamId,
  invitation,
  again,
}: {
  teamId: string;
  invitation: OpenInvitation;
  again: () => Promise<void>;
}) {
  const say = useMessages(messages);
  const { language } = useLanguage();
  const toasts = useToasts();
  const doing = useDoing();
  const { id, email, name } = invitation;
  const who = name ?? email;
  const today = dayIn(Date.now());
  const invite = () =>
    call(teamContract.invite, { params: { team: teamId }, body: { people: [{ email, name }] } });

  const sendAgain = () =>
    void doing.act(async () => {
      await invite();
      await again();
      toasts.show({ text: say.sentAgain(who), icon: 'mail' });
    });
  const withdraw = () =>
    void doing.act(async () => {
      await call(teamContract.withdrawInvitation, { params: { team: teamId, invitation: id } });
      await again();
      toasts.show({
        text: say.withdrawn(who),
        undo: { label: say.inviteBack, onUndo: () => void invite().then(again, again) },
      });
    });
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <p className={styles.name}>{who}</p>
        <p className={styles.about}>
          {name && `${email} · `}
          {say.invitedBy(invitation.invitedBy, sayMoment(Date.parse(invitation.invitedAt), language))} ·{' '}
          {say.openHint(sayDay(dayIn(Date.parse(invitation.expiresAt)), today, language))}
        </p>
        <Fault of={doing.fault} />
      </div>
      <Row gap={1}>
        <Button kind="quiet" size="small" busy={doing.busy} onClick={sendAgain}>
          {say.again}
          <VisuallyHidden>: {who}</VisuallyHidden>
        </Button>
        <Button kind="quiet" size="small" busy={doing.busy} onClick={withdraw}>
          {say.withdraw}
          <VisuallyHidden>: {who}</VisuallyHidden>
        </Button>
      </Row>
    </li>
  );
}
