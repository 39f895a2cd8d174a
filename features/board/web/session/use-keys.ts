import { useEffect, useRef } from 'react';
import { areShortcutsOn } from '../shortcut-choice.ts';

export type KeyMoves = {
  readonly next: () => void;
  readonly back: () => void;
  readonly pause: () => void;
  readonly park: () => void;
  readonly minute: () => void;
  readonly help: () => void;
};

const byKey: Readonly<Record<string, keyof KeyMoves>> = {
  ArrowRight: 'next',
  ArrowLeft: 'back',
  ' ': 'pause',
  p: 'park',
  m: 'minute',
  '?': 'help',
};

const fields = 'input, textarea, select, [contenteditable]';
/** The space bar belongs to a control that has the focus; arrows belong to tables, menus and what scrolls sideways. */
const controls = 'button, a, summary, [role]:not([role="status"])';

/** The session by keyboard. Letters can be switched off (WCAG 2.1.4). */
export function useKeys(moves: KeyMoves): void {
  const latest = useRef(moves);
  latest.current = moves;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      const move = byKey[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      const target = event.target instanceof Element ? event.target : null;
      if (!move || target?.closest(fields)) return;
      if (event.key === ' ' && target?.closest(controls)) return;
      if (document.querySelector('dialog[open], [popover]:popover-open')) return;
      if ((move === 'park' || move === 'minute') && !areShortcutsOn()) return;
      event.preventDefault();
      latest.current[move]();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
