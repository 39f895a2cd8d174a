/** The colours and the font of a chart, as they stand in the picture. */
export type ChartTheme = Readonly<Record<ColourName | 'font', string>>;

type ColourName = keyof typeof TOKENS;

/** Each colour by its name among the tokens of the design system: tokens.css is the one place that knows them. */
const TOKENS = {
  ground: 'surface',
  sunken: 'sunken',
  ink: 'ink',
  ink2: 'ink-2',
  ink3: 'ink-3',
  grid: 'line',
  edge: 'line-strong',
  accent: 'accent',
  accentSoft: 'accent-soft',
  onAccent: 'on-accent',
  mark: 'note-ink',
} as const;

/** By the name of the screen's own font and of the one in a file for print. */
const FONT = 'Atkinson Hyperlegible Next Variable, Atkinson Hyperlegible Next, Verdana, sans-serif';

/** The theme that the tokens say: a token is one colour, or a pair for light and dark. */
export function themeOf(token: (name: string) => string, scheme: 'light' | 'dark'): ChartTheme {
  const colours = Object.entries(TOKENS).map(([colour, name]) => {
    const said = token(name).trim();
    const pair = /^light-dark\(([^,]+),\s*([^)]+)\)$/.exec(said);
    const found = (pair ? pair[scheme === 'light' ? 1 : 2] : said) ?? '';
    // A style sheet that was made small says #fff.
    return [colour, found.replace(/^#(\w)(\w)(\w)$/, '#$1$1$2$2$3$3')];
  });
  return { ...Object.fromEntries(colours), font: FONT };
}

/** Somebody chose the colours of the whole screen: these are its words for them. */
export const forcedTheme: ChartTheme = {
  ground: 'Canvas',
  sunken: 'Canvas',
  ink: 'CanvasText',
  ink2: 'CanvasText',
  ink3: 'CanvasText',
  grid: 'CanvasText',
  edge: 'CanvasText',
  accent: 'Highlight',
  accentSoft: 'Canvas',
  onAccent: 'HighlightText',
  mark: 'CanvasText',
  font: FONT,
};
