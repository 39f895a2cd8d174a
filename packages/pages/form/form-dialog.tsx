import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { commonMessages } from '#packages/i18n';
import { useMessages } from '#packages/i18n/react';
import { Button, Dialog, Icon, Stack } from '#packages/ui';

type FormDialogProps = {
  title: ReactNode;
  onClose: () => void;
  /** Says whether it was kept: then the dialog closes. A no leaves everything as it was filled in. */
  onSave: () => Promise<boolean> | boolean;
  /** The way to take away what is described here; says whether it was done. */
  onRemove?: (() => Promise<boolean>) | undefined;
  /** Something else that can be done with it, left in the foot. */
  aside?: ReactNode;
  size?: 'normal' | 'wide';
  children: ReactNode;
};

/**
 * Pages 1: a dialog with a form in it. Enter keeps, the foot is everywhere the same, and who leaves by Escape or by the
 * cross is asked once whether that was meant, only when something was filled in.
 */
export function FormDialog({ title, onClose, onSave, onRemove, aside, size, children }: FormDialogProps) {
  const say = useMessages(commonMessages);
  const form = useId();
  const [isTouched, setTouched] = useState(false);
  const [isLeaving, setLeaving] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await onSave()) onClose();
  };
  const remove = async () => {
    if (await onRemove?.()) onClose();
  };
  const touch = () => {
    setTouched(true);
    setLeaving(false);
  };

  return (
    <Dialog
      open
      keepOpen
      {...(size ? { size } : {})}
      onClose={isTouched && !isLeaving ? () => setLeaving(true) : onClose}
      title={title}
      closeLabel={say.close}
      footer={
        isLeaving ? (
          <>
            <p role="alert" style={{ flex: '1 1 100%' }}>
              {say.leaveAsk}
            </p>
            <Button kind="danger" onClick={onClose}>
              {say.leave}
            </Button>
            <Button kind="primary" autoFocus onClick={() => setLeaving(false)}>
              {say.stay}
            </Button>
          </>
        ) : (
          <>
            {onRemove && (
              <Button kind="danger" icon={<Icon name="trash" />} onClick={() => void remove()}>
                {say.remove}
              </Button>
            )}
            {aside}
            <Button kind="quiet" onClick={onClose}>
              {say.cancel}
            </Button>
            <Button kind="primary" type="submit" form={form}>
              {say.save}
            </Button>
          </>
        )
      }
    >
      {/* biome-ignore lint/a11y: listens to what its fields and chips do, and does nothing itself */}
      <form
        id={form}
        onSubmit={(event) => void save(event)}
        onChange={touch}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('[aria-pressed], [data-day]')) touch();
        }}
      >
        <Stack gap={4}>{children}</Stack>
      </form>
    </Dialog>
  );
}
