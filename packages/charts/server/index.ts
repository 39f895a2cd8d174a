import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Chart, Frame } from '../chart.ts';
import { Drawing } from '../drawing.ts';
import { type ChartTheme, themeOf } from '../theme.ts';

/** The chart as a picture of its own, for paper and mail. `id` is for a page with several. */
export function renderChart(chart: Chart, frame: Frame, id = 'chart'): string {
  return renderToStaticMarkup(createElement(Drawing, { chart, frame, id }));
}

const styleSheet = (name: string) => readFileSync(new URL(`../../ui/${name}`, import.meta.url), 'utf8');

/** What is said between the braces after `from`, and in front of the first brace that closes. */
function tokensAfter(from: string, css: string): [name: string, value: string][] {
  const start = css.indexOf(from);
  const block = start < 0 ? '' : css.slice(start, css.indexOf('}', start));
  return [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]);
}

const tokensCss = styleSheet('tokens.css');
const baseCss = styleSheet('base.css');

/** The theme of a team's accent, from the design system's own tokens. `print` is light, on white paper. */
export function chartTheme(look: 'light' | 'dark' | 'print', accent = 'teal'): ChartTheme {
  const tokens = new Map([
    ...tokensAfter('--paper:', tokensCss),
    ...tokensAfter('[data-accent="teal"]', tokensCss),
    ...tokensAfter(`[data-accent="${accent}"]`, tokensCss),
    ...(look === 'print' ? tokensAfter('@media print', baseCss) : []),
  ]);
  return themeOf((name) => tokens.get(name) ?? '', look === 'dark' ? 'dark' : 'light');
}
