import type { ReactNode } from 'react';
import styles from './emptyState.module.css';

export type EmptyStateProps = {
  /** What this part is for. */
  title: string;
  children: ReactNode;
  /** How it looks once it is filled. Seen only: the words around it say the same. */
  example?: ReactNode;
  /** Such as "for example", above the ghost. */
  exampleLabel?: string;
  /** The first step, usually a Button. */
  action?: ReactNode;
};

/** An empty part teaches: what it is for, what it looks like in use, and the first step. */
export function EmptyState({ title, children, example, exampleLabel, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      <div className={styles.text}>{children}</div>
      {example && (
        <div className={styles.ghost}>
          {exampleLabel && <p className={styles.label}>{exampleLabel}</p>}
          <div inert>{example}</div>
        </div>
      )}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
