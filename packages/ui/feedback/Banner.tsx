import type { ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import { Icon, type IconName } from '../icons/icons.tsx';
import styles from './banner.module.css';

export type BannerTone = 'info' | 'waiting' | 'warning' | 'done';

export type BannerProps = {
  tone?: BannerTone;
  title?: ReactNode;
  children?: ReactNode;
  icon?: IconName;
  /** Buttons. */
  actions?: ReactNode;
  /** `polite` is read aloud when it appears; `urgent` interrupts. */
  announce?: 'polite' | 'urgent';
};

const icons: Record<BannerTone, IconName> = {
  info: 'info',
  waiting: 'offline',
  warning: 'warning',
  done: 'check',
};

export function Banner({ tone = 'info', title, children, icon, actions, announce }: BannerProps) {
  const role = announce === 'urgent' ? 'alert' : announce === 'polite' ? 'status' : undefined;
  return (
    <div className={classNames(styles.banner, styles[tone])} role={role}>
      <span className={styles.icon}>
        <Icon name={icon ?? icons[tone]} />
      </span>
      <div className={styles.body}>
        <div className={styles.words}>
          {title && <p className={styles.title}>{title}</p>}
          {children && <div>{children}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
