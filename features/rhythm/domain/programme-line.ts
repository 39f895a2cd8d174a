/** A line of the programme as somebody typed it. */
export type TypedProgrammeLine = { readonly minutes: number | null; readonly subject: string };

const unit = "(?:['’′]|min(?:uten|uut|utes|ute)?\\.?|m\\b)";
const before = new RegExp(`^(\\d{1,3})\\s*${unit}\\s*[:–-]?\\s*(\\S.*)$`, 'iu');
const after = new RegExp(`^(.*\\S)\\s*[,:(–-]?\\s+\\(?(\\d{1,3})\\s*${unit}\\)?$`, 'iu');

/**
 * "25' les ontwerpen", "les ontwerpen 25 min": minutes (1–240) with their sign, at the beginning or the end.
 * A number without one belongs to the subject ("10 leerlingen bespreken").
 */
export function readProgrammeLine(text: string): TypedProgrammeLine {
  const typed = text.trim().replace(/\s+/g, ' ');
  const first = before.exec(typed);
  const last = first ? null : after.exec(typed);
  const minutes = Number(first?.[1] ?? last?.[2]);
  const subject = (first?.[2] ?? last?.[1] ?? typed).replace(/[\s,:–-]+$/u, '');
  return minutes >= 1 && minutes <= 240 && subject !== ''
    ? { minutes, subject }
    : { minutes: null, subject: typed };
}
