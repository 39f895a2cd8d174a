import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { IconButton } from '../actions/IconButton.tsx';
import { classNames } from '../classNames.ts';
import { Icon } from '../icons/icons.tsx';
import styles from './boardPart.module.css';
import { hiddenBelow } from './hiddenBelow.ts';
import { SectionHeading } from './SectionHeading.tsx';

/** How the board names a part; handed to each part as it is. */
export type PartLook = {
  title: string;
  /** The step of the session that walks this part. */
  number: number | null;
  /** Said before the number to a screen reader: "step". */
  numberLabel: string;
  /** Below a part that does not fit on the wall: "3 more". */
  more: (count: number) => string;
  /** How it gives way to the other parts of its column; only where a column is as high as the screen. */
  wall?: {
    /** How readily it gives up height, beside the other parts. */
    shrink: number;
    /** What it keeps in any case, in lines of text. */
    least: number;
    /** The place to write opens with a button, so that there is more to read. */
    write: { open: string; close: string; shortcut?: string };
  };
};

export type BoardPartProps = {
  look: PartLook;
  remark?: ReactNode;
  /** On the wall this is what scrolls when there is no room. */
  children: ReactNode;
  /** Stays in sight: the place to write. */
  footer?: ReactNode;
  /** What the button to write does where there is more to it than a line; the footer then stays away on the wall. */
  onWrite?: (() => void) | undefined;
  /** Takes the height that is left on the wall. */
  grow?: boolean;
  id?: string;
};

/** One part of the board. On the wall it keeps within its column, and says what did not fit. */
export function BoardPart({ look, remark, children, footer, onWrite, grow = false, id }: BoardPartProps) {
  const { wall } = look;
  const titleId = useId();
  const part = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { below, scrolls } = useFold(body);
  const [writes, setWrites] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (writes) part.current?.querySelector<HTMLElement>('[data-write] :is(input, textarea)')?.focus();
  }, [writes]);

  const stopWriting = () => {
    setWrites(false);
    // The wall shows what comes first again: nobody scrolls it back afterwards.
    body.current?.scrollTo({ top: 0 });
    opener.current?.focus();
  };

  return (
    <section
      ref={part}
      aria-labelledby={titleId}
      id={id}
      className={classNames(styles.part, grow && styles.grow, writes && styles.writes)}
      style={wall && ({ '--shrink': wall.shrink, '--least': wall.least } as CSSProperties)}
    >
      <div className={styles.head}>
        <SectionHeading
          id={titleId}
          {...(look.number === null ? {} : { number: look.number, numberLabel: look.numberLabel })}
          remark={remark}
        >
          {look.title}
        </SectionHeading>
        {footer && wall && (
          <IconButton
            ref={opener}
            className={classNames(styles.opener, 'no-print')}
            label={writes ? wall.write.close : wall.write.open}
            icon={<Icon name={writes ? 'close' : 'plus'} />}
            aria-expanded={onWrite ? undefined : writes}
            aria-keyshortcuts={writes ? undefined : wall.write.shortcut}
            onClick={onWrite ?? (() => (writes ? stopWriting() : setWrites(true)))}
          />
        )}
      </div>
      {/* What scrolls must be reachable by keyboard, and have a name. */}
      <div
        ref={body}
        className={classNames(styles.body, below > 0 && styles.faded)}
        {...(scrolls ? { role: 'group', 'aria-labelledby': titleId, tabIndex: 0 } : {})}
      >
        {children}
      </div>
      {below > 0 && (
        <button
          type="button"
          className={styles.more}
          onClick={() => body.current?.scrollBy({ top: body.current.clientHeight * 0.8, behavior: 'smooth' })}
        >
          <Icon name="down" />
          {look.more(below)}
        </button>
      )}
      {footer && (writes || !wall) && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc within the fields, which have their own names
        <div
          data-write=""
          className={classNames(styles.footer, 'no-print')}
          onKeyDown={(event) => {
            if (wall && event.key === 'Escape') stopWriting();
          }}
        >
          {footer}
        </div>
      )}
    </section>
  );
}

const items = 'li, article, [data-item]';

/** What lies below the fold of an element that scrolls. */
function useFold(body: RefObject<HTMLDivElement | null>): { below: number; scrolls: boolean } {
  const [fold, setFold] = useState({ below: 0, scrolls: false });
  useEffect(() => {
    const element = body.current;
    if (!element) return;
    const measure = () => {
      const scrolls = element.scrollHeight > element.clientHeight + 2;
      const edge = element.getBoundingClientRect().bottom;
      const outer = [...element.querySelectorAll(items)].filter(
        // An item within an item goes with the outer one.
        (item) => !element.contains(item.parentElement?.closest(items) ?? null),
      );
      const below = scrolls
        ? hiddenBelow(
            outer.map((item) => item.getBoundingClientRect().bottom),
            edge,
          )
        : 0;
      setFold((before) =>
        before.below === below && before.scrolls === scrolls ? before : { below, scrolls },
      );
    };
    const sizes = new ResizeObserver(measure);
    const watchSizes = () => {
      sizes.disconnect();
      sizes.observe(element);
      for (const child of element.children) sizes.observe(child);
    };
    const tree = new MutationObserver(() => {
      watchSizes();
      measure();
    });
    watchSizes();
    tree.observe(element, { childList: true, subtree: true });
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      sizes.disconnect();
      tree.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [body]);
  return fold;
}
