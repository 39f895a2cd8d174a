import { useSyncExternalStore } from 'react';

const watch = (changed: () => void) => {
  document.addEventListener('fullscreenchange', changed);
  return () => document.removeEventListener('fullscreenchange', changed);
};

/** Null where the browser cannot fill the screen (an iPhone), or already runs as an installed app without borders. */
export function useFullScreen(): { readonly isFull: boolean; readonly toggle: () => void } | null {
  const isFull = useSyncExternalStore(watch, () => document.fullscreenElement !== null);
  if (!document.fullscreenEnabled || (matchMedia('(display-mode: fullscreen)').matches && !isFull))
    return null;
  return {
    isFull,
    toggle: () => void (isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
  };
}
