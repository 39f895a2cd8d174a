import { useMessages } from '#packages/i18n/react';
import { Card } from '#packages/ui';
import { actionMessages } from './action-messages.ts';
import { MyActions } from './my-actions.tsx';

/** What somebody has to do, on their day. */
export function MyActionsCard({ memberId }: { memberId: string }) {
  const say = useMessages(actionMessages);
  return (
    <Card eyebrow={say.myActions} aria-label={say.myActions}>
      <MyActions memberId={memberId} />
    </Card>
  );
}
