import type { ComponentProps, ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import styles from './button.module.css';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

export type ButtonProps = ComponentProps<'button'> & {
  /** One `primary` per screen: the dark button is what people do next. */
  kind?: ButtonKind;
  size?: 'normal' | 'large' | 'small';
  icon?: ReactNode;
  /** Icon behind the text, for "on to the next". */
  iconAfter?: ReactNode;
  /** Takes no second tap, keeps the focus and its width, and shows that something is under way. */
  busy?: boolean;
  /** As wide as its container. */
  wide?: boolean;
};

export function Button({
  kind = 'secondary',
  size = 'normal',
  icon,
  iconAfter,
  busy = false,
  wide = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classNames(
        styles.button,
        styles[kind],
        styles[size],
        wide && styles.wide,
        busy && styles.busy,
        className,
      )}
    >
      {icon}
      <span className={styles.text}>{children}</span>
      {iconAfter}
      {busy && <span className={styles.dots} aria-hidden="true" />}
    </button>
  );
}
