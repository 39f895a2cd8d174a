import type { ComponentProps, ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import type { ButtonKind } from './Button.tsx';
import styles from './button.module.css';

export type LinkButtonProps = ComponentProps<'a'> & {
  kind?: ButtonKind;
  size?: 'normal' | 'large' | 'small';
  icon?: ReactNode;
  iconAfter?: ReactNode;
  wide?: boolean;
};

/** Goes somewhere and looks like a button: `<Link href={…} asChild><LinkButton>…</LinkButton></Link>`. */
export function LinkButton({
  kind = 'secondary',
  size = 'normal',
  icon,
  iconAfter,
  wide = false,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <a
      {...rest}
      className={classNames(styles.button, styles[kind], styles[size], wide && styles.wide, className)}
    >
      {icon}
      <span className={styles.text}>{children}</span>
      {iconAfter}
    </a>
  );
}
