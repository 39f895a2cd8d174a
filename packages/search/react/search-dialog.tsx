import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { commonMessages } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import type { AnyState } from '#packages/sync';
import { Dialog, Stack, TextField } from '#packages/ui';
import { find } from '../find.ts';
import type { Findable, Finds } from '../finds.ts';
import { messages } from './messages.ts';
import styles from './search-dialog.module.css';

const MOST = 20;

/** Searches what this device holds of an open stream: nobody finds what they could not read already (Z3). */
export function SearchDialog({
  state,
  team,
  finds,
  onGo,
  onClose,
}: {
  state: AnyState;
  team: string;
  finds: () => Promise<readonly Finds[]>;
  onGo: (found: Findable) => void;
  onClose: () => void;
}) {
  const say = useMessages(messages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const [known, setKnown] = useState<readonly Finds[]>([]);
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    // Without a network their code may be away; whoever opens the search again asks again.
    finds().then(setKnown, () => setAway(true));
  }, [finds]);
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query);
  const all = useMemo(
    () =>
      known.flatMap(({ title, of }) =>
        of(state as never, { team, language }).map((one) => ({ ...one, kind: title[language] })),
      ),
    [known, state, team, language],
  );
  const found = useMemo(() => find(all, asked, MOST), [all, asked]);
  const isAsked = asked.trim() !== '';
  const list = useRef<HTMLUListElement>(null);

  /** Arrows walk through what was found; up from the first is back in the field. */
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    const links: HTMLElement[] = [...(list.current?.querySelectorAll('a') ?? [])];
    const next = links.indexOf(event.target as HTMLElement) + by;
    event.preventDefault();
    if (next < 0) event.currentTarget.querySelector('input')?.focus();
    else links[Math.min(next, links.length - 1)]?.focus();
  };

  return (
    <Dialog open onClose={onClose} title={say.title} closeLabel={common.close}>
      <search>
        <form
          onKeyDown={walk}
          onSubmit={(event) => {
            event.preventDefault();
            if (found[0]) onGo(found[0]);
          }}
        >
          <Stack>
            <TextField
              label={say.label}
              value={query}
              onChange={setQuery}
              maxLength={100}
              autoComplete="off"
              enterKeyHint="search"
            />
            <p role="status">
              {isAway
                ? say.away
                : !isAsked || known.length === 0
                  ? say.teach
                  : found.length === 0
                    ? say.nothing
                    : say.found(found.length)}
            </p>
            <ul ref={list} className={styles.found}>
              {found.map((one) => (
                <li key={one.id}>
                  <a
                    className={styles.link}
                    href={one.to}
                    onClick={(event) => {
                      // With a modifier it opens in a tab of its own, as any link does.
                      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                      event.preventDefault();
                      onGo(one);
                    }}
                  >
                    <span className={styles.kind}>{one.kind}</span>
                    {one.text}
                  </a>
                </li>
              ))}
            </ul>
          </Stack>
        </form>
      </search>
    </Dialog>
  );
}
