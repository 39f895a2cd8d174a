import { Link } from 'wouter';
import { useMessages } from '#packages/i18n/react';
import { messages } from './messages.ts';
import { useSurroundings } from './surroundings.tsx';
import styles from './tabs.module.css';

/** The pages behind one door, below the title of each of them. */
export function Tabs() {
  const say = useMessages(messages);
  const { tabs } = useSurroundings();
  if (tabs.length < 2) return null;
  return (
    <nav aria-label={say.tabs} className={styles.tabs}>
      {tabs.map(({ title, href, isHere }) => (
        <Link key={href} href={href} className={styles.tab} aria-current={isHere ? 'page' : undefined}>
          {title}
        </Link>
      ))}
    </nav>
  );
}
