import { useEffect } from 'react';

const askers = new Set<() => void>();

/** Opens the search of the page that is shown, from any button or menu on it. */
export function openSearch(): void {
  for (const ask of askers) ask();
}

/** Hears `openSearch`, and Ctrl K or ⌘ K; not while another dialog asks for an answer. */
export function useSearchAsked(onAsk: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
      if (!isAsked || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      onAsk();
    };
    askers.add(onAsk);
    document.addEventListener('keydown', onKey);
    return () => {
      askers.delete(onAsk);
      document.removeEventListener('keydown', onKey);
    };
  }, [onAsk]);
}
