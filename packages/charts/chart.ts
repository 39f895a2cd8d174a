import type { ChartTheme } from './theme.ts';

/** The figures of a chart, all of them. The first cell of a row names it. */
export type ChartTable = {
  /** By which it is opened: "Alle cijfers als tabel". */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** The room that a chart is given. */
export type Frame = {
  readonly width: number;
  /** Where it may fill a height; a chart of rows is as high as its rows. */
  readonly height?: number;
  /** Size of the text. */
  readonly em: number;
  readonly theme: ChartTheme;
};

/** A shape is an element of SVG with its attributes, and for a text its words. Colours are literal: see README, C2. */
export type Shape =
  | { readonly tag: 'line' | 'path' | 'circle' | 'rect'; readonly [attribute: string]: string | number }
  | TextShape;
export type TextShape = {
  readonly tag: 'text';
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly fontSize: number;
  readonly fill: string;
  readonly textAnchor?: 'start' | 'middle' | 'end';
  readonly fontWeight?: number;
  /** A rim in the colour behind it, where lines may pass. */
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly strokeLinejoin?: 'round';
  readonly paintOrder?: 'stroke';
};

export type Picture = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] };

/** A chart of any kind: what it is called, what it says in one sentence, all its figures, and how it is drawn. */
export type Chart = {
  readonly title: string;
  readonly sentence: string;
  readonly table: ChartTable;
  readonly draw: (frame: Frame) => Picture;
};
