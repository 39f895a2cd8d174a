import { later } from '#packages/ui';
import styles from './action-composer.module.css';

/** The line that makes an action, with all that reads it: it comes right after the board's first view. */
export const ActionComposer = later(
  async () => (await import('./action-composer.tsx')).ActionComposer,
  <div className={styles.toCome} aria-hidden="true" />,
);
