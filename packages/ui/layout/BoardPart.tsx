import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
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
};

export type BoardPartProps = {
  look: PartLook;
  remark?: ReactNode;
  /** On the wall this is what scrolls when there is no room. */
  children: ReactNode;
  /** Stays in sight: the place to write. */
  footer?: ReactNode;
  /** Takes the height that is left on the wall. */
  grow?: boolean;
  id?: string;
};

/** One part of the board. On the wall it keeps within its column, and says what did not fit. */
export function BoardPart({ look, remark, children, footer, grow = false, id }: BoardPartProps) {
  const titleId = useId();
  const body = useRef<HTMLDivElement>(null);
  const { below, scrolls } = useFold(body);
  return (
    <section aria-labelledby={titleId} id={id} className={classNames(styles.part, grow && styles.grow)}>
      <SectionHeading
        id={titleId}
        {...(look.number === null ? {} : { number: look.number, numberLabel: look.numberLabel })}
        remark={remark}
      >
        {look.title}
      </SectionHeading>
      {/* What scrolls must be reachable by keyboard, and have a name. */}
      <div
        ref={body}
        className={styles.body}
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
      {footer && <div className={classNames(styles.footer, 'no-print')}>{footer}</div>}
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
