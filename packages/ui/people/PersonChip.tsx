import type { ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import { VisuallyHidden } from '../layout/VisuallyHidden.tsx';
import styles from './personChip.module.css';

export type Presence = 'present' | 'away' | 'missing';

export type PersonChipProps = {
  name: string;
  /** Two letters; taken from the name when left out. */
  initials?: string;
  /** present: here now · away: not here now · missing: told that they are not coming. */
  presence?: Presence;
  /** Said to a screen reader after the name: "is present", … */
  labels?: Partial<Record<Presence, string>>;
  /** The name beside the circle, for lists and the wall. */
  showName?: boolean;
  /** Something of this person in the circle's corner: a face of the check-in, a tick. */
  mark?: ReactNode;
};

export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return (last ? first.slice(0, 1) + last.slice(0, 1) : first.slice(0, 2)).toLocaleUpperCase();
};

export function PersonChip({ name, initials, presence, labels, showName = false, mark }: PersonChipProps) {
  const spoken = presence ? labels?.[presence] : undefined;
  return (
    <span
      className={classNames(styles.person, presence && styles[presence])}
      title={showName ? undefined : name}
    >
      <span className={styles.circle} aria-hidden="true">
        {initials ?? initialsOf(name)}
        {presence === 'present' && <span className={styles.here} />}
      </span>
      {mark && <span className={styles.mark}>{mark}</span>}
      {showName ? <span className={styles.name}>{name}</span> : <VisuallyHidden>{name}</VisuallyHidden>}
      {spoken && <VisuallyHidden> {spoken}</VisuallyHidden>}
    </span>
  );
}
