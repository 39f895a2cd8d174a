import type { Messages } from '#packages/i18n';
import { useMessages } from '#packages/i18n/react';
import { Button, Row } from '#packages/ui';
import { useDoing } from './asking.ts';
import type { Listed } from './use-list.ts';

const nl = {
  more: 'Toon meer',
  shown: (shown: number, total: number) => `${shown} van ${total}`,
};
const en = {
  more: 'Show more',
  shown: (shown, total) => `${shown} of ${total}`,
} satisfies Messages<typeof nl>;
const messages = { nl, en };

/** Below a list: the way to the rest of it. Nothing where all of it is there. */
export function More({ of }: { of: Listed<unknown> }) {
  const say = useMessages(messages);
  const reading = useDoing();
  if (of.answer.is !== 'here' || !of.answer.value.hasMore) return null;
  const { items, total } = of.answer.value;
  return (
    <Row>
      <Button size="small" busy={reading.busy} onClick={() => void reading.act(of.more)}>
        {say.more}
      </Button>
      <span role="status">{say.shown(items.length, total)}</span>
    </Row>
  );
}
