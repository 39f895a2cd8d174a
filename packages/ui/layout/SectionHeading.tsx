import type { ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import styles from './sectionHeading.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export type SectionHeadingProps = {
  children: ReactNode;
  /** The step of the session (1–5) that this part of the board belongs to. */
  number?: number;
  /** Said before the number to a screen reader, such as "step". */
  numberLabel?: string;
  /** At the right-hand side: a count, a date. */
  remark?: ReactNode;
  level?: 2 | 3;
  /** The step that the session is at now. */
  current?: boolean;
  id?: string;
};

export function SectionHeading({
  children,
  number,
  numberLabel,
  remark,
  level = 2,
  current = false,
  id,
}: SectionHeadingProps) {
  const Tag = level === 2 ? 'h2' : 'h3';
  return (
    <div className={styles.line}>
      <Tag className={styles.title} id={id}>
        {number !== undefined && (
          <span className={classNames(styles.number, current && styles.current)}>
            {numberLabel && <VisuallyHidden>{numberLabel} </VisuallyHidden>}
            {number}
            {numberLabel && <VisuallyHidden>: </VisuallyHidden>}
          </span>
        )}
        <span>{children}</span>
      </Tag>
      {remark && <span className={styles.remark}>{remark}</span>}
    </div>
  );
}
