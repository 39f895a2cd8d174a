import { type RefObject, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Frame } from '../chart.ts';
import { type ChartTheme, forcedTheme, themeOf } from '../theme.ts';

const PRINT = 'print';
const DARK = '(prefers-color-scheme: dark)';
const FORCED = '(forced-colors: active)';
const looks = [DARK, FORCED, '(prefers-contrast: more)'];

/** The room that an element has, with the colours of its place: drawn at its own size, text is as large as the text around it. */
export function useFrame(element: RefObject<HTMLElement | null>, fill: boolean): Frame | null {
  const [frame, setFrame] = useState<Frame | null>(null);

  // Before the first painting, so that nothing jumps.
  useLayoutEffect(() => {
    const place = element.current;
    if (!place) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = place;
      const style = getComputedStyle(place);
      const em = Number.parseFloat(style.fontSize);
      // Otherwise the place is as high as its picture, and would tell nothing new.
      const found = { width, em, theme: themeAt(style), ...(fill && { height }) };
      if (width > 0) setFrame((known) => (JSON.stringify(known) === JSON.stringify(found) ? known : found));
    };
    // Paper does not wait for the next drawing.
    const measureAtOnce = () => flushSync(measure);
    const size = new ResizeObserver(measure);
    size.observe(place);
    const chosen = new MutationObserver(measure);
    chosen.observe(document.documentElement, {
      subtree: true,
      attributeFilter: ['data-theme', 'data-accent', 'data-room'],
    });
    const media = looks.map((query) => matchMedia(query));
    const print = matchMedia(PRINT);
    for (const query of media) query.addEventListener('change', measure);
    print.addEventListener('change', measureAtOnce);
    measure();
    return () => {
      size.disconnect();
      chosen.disconnect();
      for (const query of media) query.removeEventListener('change', measure);
      print.removeEventListener('change', measureAtOnce);
    };
  }, [element, fill]);

  return frame;
}

function themeAt(style: CSSStyleDeclaration): ChartTheme {
  if (matchMedia(FORCED).matches) return forcedTheme;
  const isBoth = style.colorScheme.includes('light') && style.colorScheme.includes('dark');
  const isDark = isBoth ? matchMedia(DARK).matches : style.colorScheme === 'dark';
  return themeOf((name) => style.getPropertyValue(`--${name}`), isDark ? 'dark' : 'light');
}
