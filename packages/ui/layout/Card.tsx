import type { ComponentProps, ElementType } from 'react';
import { classNames } from '../classNames.ts';
import styles from './card.module.css';

export type CardProps = ComponentProps<'section'> & {
  as?: ElementType;
  /** Small line above the title: what kind of thing this is. */
  eyebrow?: string;
  /** `quiet` has no background, `raised` asks for attention by lifting, never by colour. */
  kind?: 'plain' | 'quiet' | 'raised';
  /** Takes the height that is left. */
  fill?: boolean;
};

export function Card({
  as: Tag = 'section',
  eyebrow,
  kind = 'plain',
  fill = false,
  className,
  children,
  ...rest
}: CardProps) {
  return (
    <Tag {...rest} className={classNames(styles.card, styles[kind], fill && styles.fill, className)}>
      {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
      {children}
    </Tag>
  );
}
