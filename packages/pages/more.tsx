import { useMessages } from '#packages/i18n/react';
import { Button, Row } from '#packages/ui';
import { useDoing } from './asking.ts';
import { Fault } from './fault.tsx';
import { messages } from './messages.ts';
import type { Listed } from './use-list.ts';

/** Below a list: the way to the rest of it. Nothing where all of it is there. */
export function More({ of }: { of: Listed<unknown> }) {
  const say = useMessages(messages);
  const reading = useDoing();
  if (of.answer.is !== 'here' || !of.answer.value.hasMore) return null;
  const { items, total } = of.answer.value;
  return (
    <>
      <Fault of={reading.fault} />
      <Row>
        <Button size="small" busy={reading.busy} onClick={() => void reading.act(of.more)}>
          {say.more}
        </Button>
        <span role="status">{say.shown(items.length, total)}</span>
      </Row>
    </>
  );
}
