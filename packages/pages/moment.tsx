import { useMessages } from '#packages/i18n/react';
import { messages } from './messages.ts';
import styles from './moment.module.css';

/** While an answer is on its way; seen only when that takes long enough to wonder. */
export function Moment() {
  const say = useMessages(messages);
  return (
    <p role="status" className={styles.moment}>
      {say.moment}
    </p>
  );
}
