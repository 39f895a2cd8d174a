import type { ComponentProps, ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import styles from './iconButton.module.css';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** Says what happens; also shown as a tooltip. */
  label: string;
  icon: ReactNode;
  kind?: 'quiet' | 'outlined';
  busy?: boolean;
};

/** An action whose picture says enough; its name is always there for those who do not see the picture. */
export function IconButton({
  label,
  icon,
  kind = 'quiet',
  busy = false,
  className,
  onClick,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      title={label}
      {...rest}
      type={type}
      aria-label={label}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classNames(styles.button, styles[kind], busy && styles.busy, className)}
    >
      {icon}
    </button>
  );
}
