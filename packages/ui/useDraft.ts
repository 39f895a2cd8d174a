import { useState } from 'react';

/**
 * What somebody is typing in one place of one board, kept until it is sent: it survives a look at another page and a
 * reload. It stays in this tab.
 */
export function useDraft(teamId: string, place: string): [string, (text: string) => void] {
  const key = `samenbeter-draft-${teamId}-${place}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  return [
    text,
    (next) => {
      setText(next);
      if (next === '') sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, next);
    },
  ];
}
