import type { ElementType, ReactNode } from 'react';
import { classNames } from '../classNames.ts';
import styles from './flow.module.css';

/** Steps of the space scale. */
export type Gap = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

type FlowProps = {
  children?: ReactNode;
  gap?: Gap;
  as?: ElementType;
  className?: string | undefined;
};

const gapClass = (gap: Gap) => styles[`gap${gap}`];

/** One under the other. `fill` takes the height that is left. */
export function Stack({
  children,
  gap = 4,
  as: Tag = 'div',
  fill = false,
  className,
}: FlowProps & { fill?: boolean }) {
  return (
    <Tag className={classNames(styles.stack, gapClass(gap), fill && styles.fill, className)}>{children}</Tag>
  );
}

/** Beside each other; goes on to the next line when it does not fit. */
export function Row({
  children,
  gap = 3,
  as: Tag = 'div',
  align = 'center',
  spread = false,
  nowrap = false,
  className,
}: FlowProps & { align?: 'start' | 'center' | 'end' | 'baseline'; spread?: boolean; nowrap?: boolean }) {
  return (
    <Tag
      className={classNames(
        styles.row,
        gapClass(gap),
        styles[align],
        spread && styles.spread,
        nowrap && styles.nowrap,
        className,
      )}
    >
      {children}
    </Tag>
  );
}

/** As many equal columns as fit; `minimum` is the narrowest a column may become. */
export function Grid({
  children,
  gap = 4,
  as: Tag = 'div',
  minimum = 'medium',
  className,
}: FlowProps & { minimum?: 'small' | 'medium' | 'large' }) {
  return <Tag className={classNames(styles.grid, gapClass(gap), styles[minimum], className)}>{children}</Tag>;
}
