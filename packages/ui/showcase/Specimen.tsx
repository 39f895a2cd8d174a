import { type ReactNode, useId } from 'react';
import { classNames } from '../classNames.ts';
import styles from './showcase.module.css';

/** One state of one component, with the name of the state under it. */
export function Specimen({
  state,
  look,
  wide = false,
  children,
}: {
  state: string;
  /** Pretends that a pointer or the keyboard is on it, for looking at it on paper. */
  look?: 'hover' | 'focus';
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={classNames(styles.specimen, wide && styles.wide, look && styles[look])}>
      <div className={styles.stage}>{children}</div>
      <p className={styles.state}>{state}</p>
    </div>
  );
}

export function Shelf({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.shelf}>
      <h3 className={styles.name}>{name}</h3>
      <div className={styles.row}>{children}</div>
    </div>
  );
}

/** What belongs together, for a package that shows its own. */
export function ShowcasePart({ heading, children }: { heading: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {heading}
      </h2>
      {children}
    </section>
  );
}
