import type { ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import styles from './pill.module.css';

export type PillProps = {
  children: ReactNode;
  /** The words carry the meaning; the tone only supports them. */
  tone?: 'plain' | 'accent' | 'late' | 'done' | 'waiting';
  icon?: ReactNode;
};

export function Pill({ children, tone = 'plain', icon }: PillProps) {
  return (
    <span className={classNames(styles.pill, styles[tone])}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
