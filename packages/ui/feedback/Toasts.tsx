import {
  createContext,
  type FocusEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { Button } from '../actions/Button.tsx';
import { IconButton } from '../actions/IconButton.tsx';
import { classNames } from '../classNames.ts';
import { Icon, type IconName } from '../icons/icons.tsx';
import type { Room } from '../layout/Page.tsx';
import styles from './toasts.module.css';

export type ToastMessage = {
  text: ReactNode;
  icon?: IconName;
  tone?: 'plain' | 'warning';
  /** One way back, or one way on. */
  undo?: { label: string; onUndo: () => void };
  /** Stays until somebody closes it. */
  stays?: boolean;
};

export type Toasts = {
  /** Shows a message and returns the way to take it back. */
  show: (message: ToastMessage) => () => void;
};

const ToastContext = /* @__PURE__ */ createContext<Toasts | undefined>(undefined);

/** Beneath an open dialog nothing can be reached, so the messages move into it. Takes it in, gives the way out. */
type TakeIn = (dialog: HTMLElement) => () => void;
const TopmostContext = /* @__PURE__ */ createContext<TakeIn | undefined>(undefined);

/** For whatever opens above the page: messages are shown inside it as long as it is the topmost. */
export const useTopmost = (): TakeIn | undefined => useContext(TopmostContext);

/** For the screens: `const toasts = useToasts(); toasts.show({ text, undo })`. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error('useToasts needs a ToastProvider above it');
  return toasts;
}

export type ToastProviderProps = {
  children: ReactNode;
  labels: { region: string; close: string };
  /** Where the messages are read; they stand outside the page. */
  room?: Room;
  /** How long a message stays, in ms. Long enough to read and to reach Undo. */
  duration?: number;
};

type Shown = ToastMessage & { key: number };
const mostAtOnce = 3;

export function ToastProvider({ children, labels, room, duration = 8000 }: ToastProviderProps) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const [held, setHeld] = useState(false);
  const counter = useRef(0);
  const [dialogs, setDialogs] = useState<readonly HTMLElement[]>([]);
  const takeIn = useCallback<TakeIn>((dialog) => {
    setDialogs((open) => [...open, dialog]);
    return () => setDialogs((open) => open.filter((other) => other !== dialog));
  }, []);
  const topmost = dialogs.at(-1);

  const dismiss = useCallback((key: number) => {
    setShown((now) => now.filter((toast) => toast.key !== key));
  }, []);

  const toasts = useMemo<Toasts>(
    () => ({
      show: (message) => {
        counter.current += 1;
        const key = counter.current;
        setShown((now) => [...now, { ...message, key }].slice(-mostAtOnce));
        return () => dismiss(key);
      },
    }),
    [dismiss],
  );

  const newest = shown.at(-1)?.key;
  useEffect(() => {
    if (newest === undefined) {
      setHeld(false);
      return;
    }
    const onKey = (event: KeyboardEvent) => {
      // An open dialog or menu has the first right to Esc.
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('dialog[open], [popover]:popover-open')) return;
      dismiss(newest);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [newest, dismiss]);

  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setHeld(false);
  };

  const region = (
    <section
      aria-label={labels.region}
      data-room={room}
      className={styles.region}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={onBlur}
    >
      <div role="status" aria-live="polite" aria-relevant="additions" className={styles.list}>
        {shown.map((toast) => (
          <Toast
            key={toast.key}
            toast={toast}
            held={held}
            duration={duration}
            closeLabel={labels.close}
            onGone={() => dismiss(toast.key)}
          />
        ))}
      </div>
    </section>
  );
  return (
    <ToastContext value={toasts}>
      <TopmostContext value={takeIn}>{children}</TopmostContext>
      {topmost ? createPortal(region, topmost) : region}
    </ToastContext>
  );
}

type ToastProps = {
  toast: ToastMessage;
  held: boolean;
  duration: number;
  closeLabel: string;
  onGone: () => void;
};

function Toast({ toast, held, duration, closeLabel, onGone }: ToastProps) {
  const gone = useRef(onGone);
  gone.current = onGone;
  useEffect(() => {
    if (held || toast.stays) return;
    const timer = setTimeout(() => gone.current(), duration);
    return () => clearTimeout(timer);
  }, [held, toast.stays, duration]);

  const { undo } = toast;
  return (
    <div className={classNames(styles.toast, toast.tone === 'warning' && styles.warning)}>
      {toast.icon && <Icon name={toast.icon} />}
      <div className={styles.text}>{toast.text}</div>
      {undo && (
        <Button
          size="small"
          kind="quiet"
          className={styles.undo}
          icon={<Icon name="undo" />}
          onClick={() => {
            undo.onUndo();
            onGone();
          }}
        >
          {undo.label}
        </Button>
      )}
      <IconButton label={closeLabel} icon={<Icon name="close" />} onClick={onGone} className={styles.close} />
    </div>
  );
}
