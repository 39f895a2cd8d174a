import { useMessages } from '#packages/i18n/react';
import { Button, type ButtonKind, useToasts } from '#packages/ui';
import { messages } from './messages.ts';

/** Puts a text on the clipboard and says so. */
export function CopyButton({
  text,
  label,
  kind = 'secondary',
}: {
  text: string;
  label: string;
  kind?: ButtonKind;
}) {
  const toasts = useToasts();
  const say = useMessages(messages);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toasts.show({ text: say.copied, icon: 'check' });
    } catch {
      toasts.show({ text: say.notCopied, tone: 'warning' });
    }
  };
  return (
    <Button kind={kind} size="small" onClick={() => void copy()}>
      {label}
    </Button>
  );
}
