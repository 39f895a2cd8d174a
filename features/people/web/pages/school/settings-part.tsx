import { schoolContract } from '#features/people/domain';
import { call } from '#packages/http/client';
import { useMessages } from '#packages/i18n/react';
import { Fault, useDoing } from '#packages/pages';
import { Card, SectionHeading, Switch, useToasts } from '#packages/ui';
import { useStanding } from '../../me.tsx';
import { messages } from './messages.ts';

/** What the school leaves to its teams (rule P3). */
export function SettingsPart({
  schoolId,
  membersInvite,
  again,
}: {
  schoolId: string;
  membersInvite: boolean;
  again: () => Promise<void>;
}) {
  const say = useMessages(messages);
  const { refresh } = useStanding();
  const toasts = useToasts();
  const keeping = useDoing();
  const keep = (isOpen: boolean) =>
    void keeping.act(async () => {
      const body = { membersInvite: isOpen };
      await call(schoolContract.settle, { params: { school: schoolId }, body });
      await Promise.all([again(), refresh()]);
      toasts.show({ text: isOpen ? say.nowOpen : say.nowClosed, icon: 'check' });
    });
  return (
    <Card aria-labelledby="school-settings">
      <SectionHeading id="school-settings">{say.settingsTitle}</SectionHeading>
      <Switch
        label={say.membersInvite}
        hint={say.membersInviteHint}
        labels={{ on: say.on, off: say.off }}
        checked={membersInvite}
        disabled={keeping.busy}
        onChange={keep}
      />
      <Fault of={keeping.fault} />
    </Card>
  );
}
