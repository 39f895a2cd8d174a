import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from '../actions/IconButton.tsx';
import { classNames } from '../classNames.ts';
import { Icon } from '../icons/icons.tsx';
import styles from './dialog.module.css';
import { NoticePlace } from './Toasts.tsx';

export type DialogProps = {
  open: boolean;
  /** Called by Esc, the cross and a tap beside the dialog. */
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
  /** Buttons; the last one is what people came for. */
  footer?: ReactNode;
  size?: 'normal' | 'wide';
  /** A tap beside it does not close it: where text would get lost. */
  keepOpen?: boolean;
};

/** The browser's own dialog: the rest of the page is out of reach, Esc closes, the focus returns. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null;
}

const focusable = ':is(button, a[href], input, select, textarea):not(:disabled)';

/** Where the focus was, and all that lies around it, from near to far. */
function placesAround(element: Element | null): HTMLElement[] {
  const places: HTMLElement[] = [];
  for (let place = element; place && place !== document.body; place = place.parentElement) {
    if (place instanceof HTMLElement) places.push(place);
  }
  return places;
}

/**
 * The button that opened a dialog may be gone, as "Measure" is once measured: the focus then stays close by, or begins
 * at the content where the whole page became another.
 */
function focusNearest([opener, ...around]: readonly HTMLElement[]): void {
  if (opener?.isConnected) {
    opener.focus();
    return;
  }
  const place = around.find((each) => each.isConnected) ?? document.body;
  place.querySelector<HTMLElement>(place.querySelector('main') ? 'main' : focusable)?.focus();
}

function OpenDialog({
  onClose,
  title,
  closeLabel,
  children,
  footer,
  size = 'normal',
  keepOpen = false,
}: Omit<DialogProps, 'open'>) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const wayBack = placesAround(document.activeElement);
    if (!element.open) element.showModal();
    // Whoever opens a form is about to fill it in; the browser itself would stop at the cross.
    element
      .querySelector<HTMLElement>('form :is(input, select, textarea):enabled, [data-scale]:enabled input')
      ?.focus();
    // React has taken the dialog away by the time this runs, so the browser cannot give the focus back itself.
    return () => {
      element.close();
      focusNearest(wayBack);
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Esc and the cross
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={classNames(styles.dialog, styles[size])}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (!keepOpen && event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.sheet}>
        <div className={styles.head}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          <NoticePlace className={styles.notice} />
          <IconButton label={closeLabel} icon={<Icon name="close" />} onClick={onClose} />
        </div>
        <div className={styles.body}>{children}</div>
        {footer && <div className={styles.footer}>{footer}</div>}
      </div>
    </dialog>
  );
}
