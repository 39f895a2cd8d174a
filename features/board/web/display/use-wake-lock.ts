import { useEffect } from 'react';

/**
 * Keeps a board display awake. A browser lets the lock go whenever the page is out of sight; it is taken again when
 * the page comes back. A browser that has no such lock, or refuses, leaves it to the screen's own settings.
 */
export function useWakeLock(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isOver = false;

    const take = async () => {
      if (isOver || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
      try {
        lock = await navigator.wakeLock.request('screen');
        if (isOver) void lock.release();
      } catch {
        // Refused (an empty battery, a setting): asked again when the page is next seen or touched.
      }
    };

    const again = () => void take();
    document.addEventListener('visibilitychange', again);
    document.addEventListener('pointerdown', again);
    again();
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', again);
      document.removeEventListener('pointerdown', again);
      void lock?.release();
    };
  }, [wanted]);
}
