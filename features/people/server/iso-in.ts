/** The moment so many minutes after `now`. */
export const isoIn = (now: number, minutes: number): string => new Date(now + minutes * 60_000).toISOString();
