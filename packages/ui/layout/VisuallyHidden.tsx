import type { ReactNode } from 'react';
import styles from './visuallyHidden.module.css';

/** Text for a screen reader only. */
export function VisuallyHidden({
  children,
  as: Tag = 'span',
}: {
  children: ReactNode;
  as?: 'span' | 'div' | 'h1' | 'h2' | 'h3';
}) {
  return <Tag className={styles.hidden}>{children}</Tag>;
}
