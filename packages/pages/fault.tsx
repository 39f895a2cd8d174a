import { useMessages } from '#packages/i18n/react';
import { Banner, Button } from '#packages/ui';
import { messages } from './messages.ts';
import { useWordsOf } from './words-of.ts';

/** Why something did not happen, in words; nothing when all is well. */
export function Fault({ of, again }: { of: unknown; again?: (() => void) | undefined }) {
  const wordsOf = useWordsOf();
  const say = useMessages(messages);
  if (of === null || of === undefined) return null;
  return (
    <Banner
      tone="warning"
      announce="urgent"
      actions={
        again && (
          <Button size="small" onClick={again}>
            {say.again}
          </Button>
        )
      }
    >
      {wordsOf(of)}
    </Banner>
  );
}
