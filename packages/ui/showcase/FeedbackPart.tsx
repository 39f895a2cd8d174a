import { useState } from 'react';
import { Banner, Button, Dialog, ProgressBar, TextField, useToasts } from '../index.ts';
import { Shelf, Specimen } from './Specimen.tsx';
import styles from './showcase.module.css';
import type { Texts } from './texts.ts';

export function FeedbackPart({ t }: { t: Texts }) {
  const f = t.feedback;
  const toasts = useToasts();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const close = () => setOpen(false);
  const showDone = () =>
    toasts.show({
      text: f.toast,
      icon: 'check',
      undo: { label: f.undo, onUndo: () => toasts.show({ text: f.undone }) },
    });
  return (
    <section className={styles.part} aria-labelledby="show-feedback">
      <h2 id="show-feedback" className={styles.heading}>
        {f.heading}
      </h2>
      <Shelf name="Banner">
        <Specimen state="info" wide>
          <Banner title={f.infoTitle}>{f.info}</Banner>
        </Specimen>
        <Specimen state="waiting" wide>
          <Banner tone="waiting" title={f.waitingTitle}>
            {f.waiting}
          </Banner>
        </Specimen>
        <Specimen state="warning" wide>
          <Banner
            tone="warning"
            title={f.warningTitle}
            actions={<Button size="small">{f.warningAction}</Button>}
          >
            {f.warning}
          </Banner>
        </Specimen>
        <Specimen state="done" wide>
          <Banner tone="done">{f.done}</Banner>
        </Specimen>
      </Shelf>
      <Shelf name="Dialog">
        <Button onClick={() => setOpen(true)}>{f.openDialog}</Button>
        <Dialog
          open={open}
          onClose={close}
          title={f.dialogTitle}
          closeLabel={f.close}
          footer={
            <>
              <Button kind="quiet" onClick={close}>
                {f.keep}
              </Button>
              <Button kind="danger" onClick={close}>
                {f.remove}
              </Button>
            </>
          }
        >
          <p>{f.dialogText}</p>
          <TextField label={t.fields.action} value={text} onChange={setText} />
          <Button onClick={showDone}>{f.showToast}</Button>
        </Dialog>
      </Shelf>
      <Shelf name="ToastProvider · useToasts">
        <Button onClick={showDone}>{f.showToast}</Button>
        <Button
          onClick={() => toasts.show({ text: f.toastWarning, icon: 'warning', tone: 'warning', stays: true })}
        >
          {f.showWarning}
        </Button>
      </Shelf>
      <Shelf name="ProgressBar">
        <Specimen state="accent" wide>
          <ProgressBar label={f.checkedIn} value={8} maximum={9} text={f.ofNine} />
        </Specimen>
        <Specimen state="done" wide>
          <ProgressBar label={f.finished} value={7} maximum={7} text={f.sevenOfSeven} tone="done" />
        </Specimen>
        <Specimen state="late" wide>
          <ProgressBar label={f.late} labelHidden value={1} text={f.late} tone="late" />
        </Specimen>
        <Specimen state={t.states.busy} wide>
          <ProgressBar label={f.preparing} />
        </Specimen>
      </Shelf>
    </section>
  );
}
