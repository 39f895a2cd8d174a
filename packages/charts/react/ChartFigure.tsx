import { useId, useRef } from 'react';
import { VisuallyHidden } from '#packages/ui';
import type { Chart, ChartTable } from '../chart.ts';
import { Drawing } from '../drawing.ts';
import styles from './chartFigure.module.css';
import { useFrame } from './use-frame.ts';

export type ChartFigureProps = {
  chart: Chart;
  /** Grows with its place, for a chart that can; otherwise it is as high as what it shows. */
  fill?: boolean;
  /** The sentence is shown below the picture instead of only read aloud. */
  sentenceShown?: boolean;
  /** `aloud` is for a place without room; `none` where the same figures stand in a table beside it. */
  table?: 'to-open' | 'aloud' | 'none';
};

/** A chart in its place, with its sentence and all its figures. */
export function ChartFigure({
  chart,
  fill = false,
  sentenceShown = false,
  table = 'to-open',
}: ChartFigureProps) {
  const id = useId();
  const room = useRef<HTMLDivElement>(null);
  const frame = useFrame(room, fill);
  return (
    <figure className={styles.figure}>
      <div ref={room} className={fill ? styles.fill : styles.room}>
        {frame && <Drawing id={id} chart={chart} frame={frame} />}
      </div>
      {sentenceShown && (
        <figcaption className={styles.sentence} aria-hidden="true">
          {chart.sentence}
        </figcaption>
      )}
      {table === 'aloud' && (
        <VisuallyHidden as="div">
          <Figures title={chart.title} table={chart.table} />
        </VisuallyHidden>
      )}
      {table === 'to-open' && (
        <details className={styles.details}>
          <summary>{chart.table.name}</summary>
          {/* biome-ignore lint/a11y/useSemanticElements: a group of fields it is not, and no landmark either */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
          <div role="group" className={styles.scroll} tabIndex={0} aria-label={chart.title}>
            <Figures title={chart.title} table={chart.table} />
          </div>
        </details>
      )}
    </figure>
  );
}

function Figures({ title, table }: { title: string; table: ChartTable }) {
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          {table.head.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([name, ...cells], row) => (
          <tr key={row}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <td key={table.head[column + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
