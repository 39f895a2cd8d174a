import { useEffect, useRef, useState } from 'react';
import { VisuallyHidden } from '../layout/VisuallyHidden.tsx';
import styles from './runChart.module.css';
import { layoutRunChart, type RunMark, type RunPoint } from './runChartLayout.ts';

export type RunChartProps = {
  points: readonly RunPoint[];
  target: number;
  /** How many periods the goal has, the baseline included. */
  periods: number;
  /** Actions and visits at their moment; `at` runs from 0 (begin) to 1 (end). */
  marks?: readonly RunMark[];
  /** Leave out the words of the marks, where the picture is low. */
  marksNamed?: boolean;
  labels: {
    /** At the target line: "norm 8". */
    target: string;
    /** One plain sentence that says what the picture shows. */
    sentence: string;
    /** Name of a period without a measurement. */
    period?: (slot: number) => string;
    /** How a number is written: 6,5. */
    value?: (value: number) => string;
    /** Heads of the table for screen readers; without them there is no table. */
    table?: { caption: string; period: string; value: string };
  };
  /** The sentence is shown below the picture instead of only read aloud. */
  sentenceShown?: boolean;
  minimum?: number;
  maximum?: number;
};

const atFirst = { width: 640, height: 300, em: 17 };

/** A goal over time: what was measured, where the team wants to be. No forecast. */
export function RunChart({
  points,
  target,
  periods,
  marks,
  marksNamed = true,
  labels,
  sentenceShown = false,
  minimum = 1,
  maximum = 10,
}: RunChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(atFirst);

  // The picture is drawn at the size it has, so that its text is as large as the text around it.
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      const em = Number.parseFloat(getComputedStyle(element).fontSize);
      if (width > 0 && height > 0)
        setSize((now) =>
          now.width === width && now.height === height && now.em === em ? now : { width, height, em },
        );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);

  const valueText = labels.value ?? String;
  const chart = layoutRunChart({
    ...size,
    points,
    target,
    periods,
    ...(marks && { marks }),
    marksNamed,
    targetText: labels.target,
    valueText,
    ...(labels.period && { periodText: labels.period }),
    minimum,
    maximum,
  });
  const { plot } = chart;
  const markSize = size.em * 0.28;

  return (
    <figure className={styles.figure}>
      <div ref={frame} className={styles.frame}>
        <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={labels.sentence}>
          {chart.grid.map(({ y, value }) => (
            <g key={value}>
              <line className={styles.grid} x1={plot.left} x2={plot.right} y1={y} y2={y} />
              <text className={styles.scale} x={plot.left - size.em * 0.5} y={y + size.em * 0.3}>
                {value}
              </text>
            </g>
          ))}
          <line
            className={styles.target}
            x1={plot.left}
            x2={plot.right}
            y1={chart.target.y}
            y2={chart.target.y}
          />
          <text className={styles.targetText} x={chart.target.textX} y={chart.target.textY}>
            {labels.target}
          </text>
          <polyline className={styles.line} points={chart.points.map(({ x, y }) => `${x},${y}`).join(' ')} />
          {chart.points.map((point) => (
            <g key={point.slot} className={point.last ? styles.last : undefined}>
              <circle className={styles.point} cx={point.x} cy={point.y} r={point.radius} />
              <text className={styles.value} x={point.textX} y={point.textY}>
                {point.text}
              </text>
            </g>
          ))}
          {chart.slots.map((slot) => (
            <text key={slot.x} className={styles.period} x={slot.x} y={chart.slotY}>
              {slot.text}
            </text>
          ))}
          {chart.marks.map((mark) => (
            <g key={`${mark.x} ${mark.label}`}>
              <title>{mark.label}</title>
              <path
                className={styles.mark}
                d={`M${mark.x} ${chart.markY - markSize}l${markSize} ${markSize}-${markSize} ${markSize}-${markSize}-${markSize}z`}
              />
              {mark.shown && (
                <text
                  className={styles.markText}
                  textAnchor={mark.anchor}
                  x={mark.x}
                  y={chart.markTextY(mark.row)}
                >
                  {mark.label}
                </text>
              )}
            </g>
          ))}
        </svg>
      </div>
      {sentenceShown && (
        <figcaption className={styles.sentence} aria-hidden="true">
          {labels.sentence}
        </figcaption>
      )}
      {labels.table && (
        <VisuallyHidden as="div">
          <table>
            <caption>{labels.table.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{labels.table.period}</th>
                <th scope="col">{labels.table.value}</th>
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={point.label}>
                  <th scope="row">{point.label}</th>
                  <td>{valueText(point.value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </VisuallyHidden>
      )}
    </figure>
  );
}
