import { createElement } from 'react';
import type { Chart, Frame } from './chart.ts';

/** Two figures behind the point: less than anybody sees, and the same on every machine. */
const attribute = (value: string | number) =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value;

type Props = { chart: Chart; frame: Frame /** No other chart on the page has it. */; id: string };

/** The picture of a chart, the same on a server and on a screen. */
export function Drawing({ chart, frame, id }: Props) {
  const { width, height, shapes } = chart.draw(frame);
  return createElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${attribute(width)} ${attribute(height)}`,
      width: attribute(width),
      height: attribute(height),
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-sentence`,
      fontFamily: frame.theme.font,
    },
    createElement('title', { id: `${id}-title` }, chart.title),
    createElement('desc', { id: `${id}-sentence` }, chart.sentence),
    shapes.map(({ tag, text, ...given }, key) =>
      createElement(
        tag,
        {
          key,
          ...Object.fromEntries(
            Object.entries(given).flatMap(([name, value]) =>
              value === undefined ? [] : [[name, attribute(value)]],
            ),
          ),
        },
        text,
      ),
    ),
  );
}
