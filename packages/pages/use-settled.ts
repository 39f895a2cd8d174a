import { useEffect, useState } from 'react';

const SETTLED_MS = 250;

/** What somebody types, once they pause: a question for the server goes out per word, not per letter. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
