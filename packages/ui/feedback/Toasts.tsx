import {
  createContext,
  type FocusEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { Button } from '../actions/Button.tsx';
import { IconButton } from '../actions/IconButton.tsx';
import { classNames } from '../classNames.ts';
import { Icon, type IconName } from '../icons/icons.tsx';
import type { Room } from '../layout/room.ts';
import { afterAct, withNotice } from './noticeQueue.ts';
import { chooseSpot, type Spot } from './noticeSpot.ts';
import styles from './toasts.module.css';

export type ToastMessage = {
  text: ReactNode;
  icon?: IconName;
  /** A warning is read before it goes; what was done is gone at the next act. */
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

/** A place of its own for messages, as the head of a dialog. Takes it in, gives the way out. */
type TakeIn = (place: HTMLElement) => () => void;
const PlaceContext = /* @__PURE__ */ createContext<TakeIn | undefined>(undefined);

/** For the screens: `const toasts = useToasts(); toasts.show({ text, undo })`. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error('useToasts needs a ToastProvider above it');
  return toasts;
}

/**
 * Where messages stand as a line of their own instead of over the page: the head of a dialog (beneath it nothing can
 * be reached), the rail of the wall. The last place that opened has them.
 */
export function NoticePlace({ className }: { className?: string | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  const takeIn = useContext(PlaceContext);
  useLayoutEffect(() => (place.current ? takeIn?.(place.current) : undefined), [takeIn]);
  return <div ref={place} data-notice-place className={className} />;
}

export type ToastProviderProps = {
  children: ReactNode;
  labels: { region: string; close: string };
  /** Where the messages are read; they stand outside the page. */
  room?: Room;
  /** How long a message stays, in ms. Long enough to read and to reach Undo. */
  duration?: number;
};

type Shown = ToastMessage & { key: number; waits: boolean };

const field = 'input:not([type=hidden]), textarea, select';
const usable = `:is(${field}, button, a[href]):not(:disabled, [tabindex="-1"])`;

const pressed = 'button, a[href], summary, label, [type=checkbox], [type=radio]';

/** What nothing may lie on: the field in use, what comes after it, an open menu. */
function inUse(): readonly Element[] {
  const menus = [...document.querySelectorAll('[popover]:popover-open')];
  const focused = document.activeElement;
  if (!focused?.matches(field)) return menus;
  const all = [...document.querySelectorAll(usable)].filter((each) => !each.closest('[data-notices]'));
  const next = all[all.indexOf(focused) + 1];
  return next ? [focused, next, ...menus] : [focused, ...menus];
}

/** The spot over the page that is nobody's, as long as a message is there. */
function useSpot(region: { readonly current: HTMLElement | null }, key: number | undefined): Spot {
  const [spot, setSpot] = useState<Spot>('bottom');
  useLayoutEffect(() => {
    const element = region.current;
    const notice = element?.querySelector('[data-notice]');
    if (key === undefined || !element || !notice || element.closest('[data-notice-place]')) return;
    const settle = () => {
      const { width, height } = notice.getBoundingClientRect();
      const heights = getComputedStyle(document.documentElement);
      const heightOf = (name: string) => Number.parseFloat(heights.getPropertyValue(name)) || 0;
      const footer = heightOf('--footer-height') + heightOf('--bar-height');
      const around = { width: innerWidth, height: innerHeight, edge: 16, footer };
      setSpot(
        chooseSpot(
          { width, height },
          around,
          inUse().map((each) => each.getBoundingClientRect()),
        ),
      );
    };
    settle();
    const occasions = ['focusin', 'toggle', 'scroll', 'resize'] as const;
    for (const occasion of occasions) addEventListener(occasion, settle, true);
    return () => {
      for (const occasion of occasions) removeEventListener(occasion, settle, true);
    };
  }, [key, region]);
  return spot;
}

export function ToastProvider({ children, labels, room, duration = 8000 }: ToastProviderProps) {
  const [queue, setQueue] = useState<readonly Shown[]>([]);
  const [held, setHeld] = useState(false);
  const counter = useRef(0);
  const region = useRef<HTMLElement>(null);
  const [places, setPlaces] = useState<readonly HTMLElement[]>([]);
  const takeIn = useCallback<TakeIn>((place) => {
    setPlaces((open) => [...open, place]);
    return () => setPlaces((open) => open.filter((other) => other !== place));
  }, []);
  const topmost = places.at(-1);

  const dismiss = useCallback((key: number) => {
    setQueue((now) => now.filter((toast) => toast.key !== key));
  }, []);

  const toasts = useMemo<Toasts>(
    () => ({
      show: (message) => {
        counter.current += 1;
        const key = counter.current;
        const waits = message.tone === 'warning' || message.stays === true;
        setQueue((now) => withNotice(now, { ...message, key, waits }));
        return () => dismiss(key);
      },
    }),
    [dismiss],
  );

  const toast = queue[0];
  const key = toast?.key;
  const spot = useSpot(region, key);
  useEffect(() => {
    if (key === undefined) {
      setHeld(false);
      return;
    }
    const onKey = (event: KeyboardEvent) => {
      // An open dialog or menu has the first right to Esc.
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('dialog[open], [popover]:popover-open')) return;
      dismiss(key);
    };
    // Before whoever is pressed does something, and maybe says so.
    const onAct = (event: Event) => {
      if (!(event.target instanceof Element) || region.current?.contains(event.target)) return;
      if (event.type === 'submit' || event.target.closest(pressed)) setQueue(afterAct);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('click', onAct, true);
    document.addEventListener('submit', onAct, true);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('click', onAct, true);
      document.removeEventListener('submit', onAct, true);
    };
  }, [key, dismiss]);

  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setHeld(false);
  };

  const shown = (
    <section
      ref={region}
      aria-label={labels.region}
      data-notices
      data-room={topmost ? undefined : room}
      data-spot={topmost ? undefined : spot}
      className={topmost ? styles.line : styles.region}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={onBlur}
    >
      <div role="status" aria-live="polite" aria-relevant="additions" className={styles.list}>
        {toast && (
          <Toast
            key={toast.key}
            toast={toast}
            held={held}
            duration={duration}
            closeLabel={labels.close}
            onGone={() => dismiss(toast.key)}
          />
        )}
      </div>
    </section>
  );
  return (
    <ToastContext value={toasts}>
      <PlaceContext value={takeIn}>{children}</PlaceContext>
      {topmost ? createPortal(shown, topmost) : shown}
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
    <div data-notice className={classNames(styles.toast, toast.tone === 'warning' && styles.warning)}>
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
