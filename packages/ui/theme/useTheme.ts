import { useSyncExternalStore } from 'react';

/** `auto` follows the device. */
export type Theme = 'auto' | 'light' | 'dark';

const KEPT = 'samenbeter-theme';
const watchers = new Set<() => void>();

function keptTheme(): Theme {
  const kept = localStorage.getItem(KEPT);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

/** Puts the choice of last time on the page; before the first drawing, so that nothing flashes. */
export function applyKeptTheme(): void {
  const theme = keptTheme();
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  addEventListener('storage', changed);
  return () => {
    watchers.delete(changed);
    removeEventListener('storage', changed);
  };
}

function chooseTheme(theme: Theme): void {
  if (theme === 'auto') localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, theme);
  applyKeptTheme();
  for (const changed of watchers) changed();
}

/** Light or dark on this device, and the way to choose. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(watch, keptTheme, () => 'auto'), chooseTheme];
}
