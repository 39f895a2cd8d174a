import { useState } from 'react';

/** A code that is on its way. Kept for this tab: on a phone, reading the mail may cost the page its memory. */
export type CodeAsked = { readonly email: string; readonly name: string | null; readonly at: number };

export const CODE_MS = 10 * 60_000;

export function useCodeAsked(door: string): readonly [CodeAsked | null, (asked: CodeAsked | null) => void] {
  const key = `samenbeter-code-${door}`;
  const [asked, setAsked] = useState<CodeAsked | null>(() => readKept(key));
  const keep = (next: CodeAsked | null) => {
    if (next) sessionStorage.setItem(key, JSON.stringify(next));
    else sessionStorage.removeItem(key);
    setAsked(next);
  };
  return [asked, keep];
}

function readKept(key: string): CodeAsked | null {
  const kept = sessionStorage.getItem(key);
  if (kept === null) return null;
  const asked = JSON.parse(kept) as CodeAsked;
  return asked.at + CODE_MS > Date.now() ? asked : null;
}
