import type { ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import { NoticePlace } from '../feedback/Toasts.tsx';
import styles from './page.module.css';
import type { Room } from './room.ts';
import { useFooterHeight } from './useFooterHeight.ts';

export type Accent = 'teal' | 'blue' | 'violet' | 'plum' | 'ochre' | 'moss';
export const accents: readonly Accent[] = ['teal', 'blue', 'violet', 'plum', 'ochre', 'moss'];

export type PageProps = {
  room: Room;
  accent?: Accent | undefined;
  /** On the wall: the whole board at a glance instead of one large step. */
  overview?: boolean;
  /** Text of the link that jumps over the header. */
  skipLabel: string;
  /** Slots of the header, from left to right. Leave all out for a page without one. */
  brand?: ReactNode;
  remark?: ReactNode;
  actions?: ReactNode;
  /** A column at the left, as the steps of a session; on a phone it lies on top. */
  rail?: ReactNode;
  /** Stays in sight at the bottom. */
  footer?: ReactNode;
  /** `reading` keeps lines short, `full` uses the whole width. */
  width?: 'reading' | 'full';
  /** The page is as high as the screen and its parts scroll by themselves (the wall). */
  fixedHeight?: boolean;
  children: ReactNode;
};

export function Page({
  room,
  accent,
  overview = false,
  skipLabel,
  brand,
  remark,
  actions,
  rail,
  footer,
  width = 'full',
  fixedHeight = false,
  children,
}: PageProps) {
  const footerRef = useFooterHeight();
  const hasHeader = Boolean(brand || remark || actions);
  return (
    <div
      data-room={room}
      data-accent={accent}
      data-density={overview ? 'overview' : undefined}
      className={classNames(styles.page, Boolean(rail) && styles.withRail, fixedHeight && styles.fixed)}
    >
      <a href="#main" className={styles.skip}>
        {skipLabel}
      </a>
      {hasHeader && (
        <header className={styles.header}>
          {brand && <div className={styles.brand}>{brand}</div>}
          {remark && <div className={styles.remark}>{remark}</div>}
          {actions && <div className={styles.actions}>{actions}</div>}
        </header>
      )}
      {rail && (
        <aside className={styles.rail}>
          {rail}
          {room === 'wall' && <NoticePlace className={styles.notice} />}
        </aside>
      )}
      <main id="main" tabIndex={-1} className={classNames(styles.main, styles[width])}>
        {children}
      </main>
      {footer && (
        <footer ref={footerRef} className={styles.footer}>
          {footer}
        </footer>
      )}
    </div>
  );
}
