import { type RefCallback, useCallback } from 'react';

/** Tells messages that float above the page how much of it belongs to the footer, so that they never lie on its buttons. */
export function useFooterHeight(): RefCallback<HTMLElement> {
  return useCallback((footer) => {
    if (!footer) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.setProperty('--footer-height', `${footer.offsetHeight}px`);
    });
    observer.observe(footer);
    return () => {
      observer.disconnect();
      style.removeProperty('--footer-height');
    };
  }, []);
}
