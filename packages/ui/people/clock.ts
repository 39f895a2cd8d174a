export type ClockMood = 'calm' | 'soon' | 'over';

/** How a running clock feels: calm, nearly done, or over its time. */
export function clockMood(remainingMs: number, soonMs: number): ClockMood {
  if (remainingMs < 0) return 'over';
  return remainingMs <= soonMs ? 'soon' : 'calm';
}

/**
 * Minutes and seconds as on a kitchen timer: 7:58, and +0:12 when it is over.
 * Rounds up while time remains, so that 0:00 appears at the moment itself and not a second early.
 */
export function clockText(remainingMs: number): string {
  const over = remainingMs < 0;
  const seconds = over ? Math.floor(-remainingMs / 1000) : Math.ceil(remainingMs / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return over ? `+${text}` : text;
}
