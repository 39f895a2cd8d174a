import type { ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import styles from './note.module.css';

export type NoteProps = {
  children: ReactNode;
  /** Who wrote it, and about whom or what. */
  signature?: ReactNode;
  /** Just came in: it settles in its place once. */
  fresh?: boolean;
  /** Not sent yet; say so in `signature` or `remark` as well. */
  waiting?: boolean;
  /** A small line below, such as "not sent yet". */
  remark?: ReactNode;
  /** Buttons, shown at the top right. */
  actions?: ReactNode;
  as?: 'article' | 'li' | 'div';
  /** Id of what it shows, by which the search finds its place. */
  record?: string;
};

/** A success, an insight, a parked subject: what would be a sticky note on paper. */
export function Note({
  children,
  signature,
  fresh = false,
  waiting = false,
  remark,
  actions,
  as: Tag = 'article',
  record,
}: NoteProps) {
  return (
    <Tag
      data-record={record}
      className={classNames(styles.note, fresh && styles.fresh, waiting && styles.waiting)}
    >
      {actions && <div className={styles.actions}>{actions}</div>}
      <div className={styles.text}>{children}</div>
      {signature && <div className={styles.signature}>{signature}</div>}
      {remark && <p className={styles.remark}>{remark}</p>}
    </Tag>
  );
}
