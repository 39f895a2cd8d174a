import { useMessages } from '#packages/i18n/react';
import { actionMessages } from './action-messages.ts';
import { ActionRows } from './action-rows.tsx';

type Props = {
  memberId: string;
  /** At most so many at first; "nog 4" shows the rest. */
  most?: number;
};

/** What one person has to do, for the home page: tick, by when, for which goal. */
export function MyActions({ memberId, most = 6 }: Props) {
  const say = useMessages(actionMessages);
  return <ActionRows memberId={memberId} most={most} whoHidden empty={<p>{say.emptyMine}</p>} />;
}
