import type { RunPoint } from './runChartLayout.ts';
import styles from './sparkline.module.css';
import { layoutSparkline } from './sparklineLayout.ts';

export type SparklineProps = {
  points: readonly RunPoint[];
  target: number;
  /** How many periods the goal has, the baseline included. */
  periods: number;
  /** Says what the picture shows. */
  sentence: string;
  minimum?: number;
  maximum?: number;
};

/** A run chart without words, for a card among many: the course, the target, where it stands now. */
export function Sparkline({ points, target, periods, sentence, minimum = 1, maximum = 10 }: SparklineProps) {
  const line = layoutSparkline({ points, target, periods, minimum, maximum });
  return (
    <svg
      className={styles.spark}
      viewBox={`0 0 ${line.width} ${line.height}`}
      role="img"
      aria-label={sentence}
      focusable="false"
    >
      <line className={styles.target} x1={0} x2={line.width} y1={line.targetY} y2={line.targetY} />
      <polyline className={styles.line} points={line.points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {line.points.map((point) => (
        <circle
          key={point.x}
          className={point.last ? styles.last : styles.point}
          cx={point.x}
          cy={point.y}
          r={point.last ? 5 : 3}
        />
      ))}
    </svg>
  );
}
