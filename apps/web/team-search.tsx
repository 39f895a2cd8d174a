import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { useFaces } from '#packages/feature/web';
import { useSearchAsked } from '#packages/search/react';
import { useOpenStream } from '#packages/sync/react';
import { later } from '#packages/ui';

const SearchDialog = later(async () => (await import('#packages/search/react')).SearchDialog);

/** The search over the board that is open, on every page of a team. */
export function TeamSearch() {
  const { client } = useOpenStream('team');
  const { state } = useSyncExternalStore(client.watch, client.view);
  const { finds } = useFaces();
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState<string | null>(null);
  const [, navigate] = useLocation();
  useSearchAsked(useCallback(() => setOpen(true), []));

  // Once the dialog has gone and its page is there: what was found comes into view, where the page shows it.
  useEffect(() => {
    if (wanted === null) return;
    const frame = requestAnimationFrame(() => {
      const place = document.querySelector<HTMLElement>(`[data-record="${CSS.escape(wanted)}"]`);
      if (place) {
        place.tabIndex = -1;
        place.focus({ preventScroll: true });
        place.scrollIntoView({ block: 'center' });
      }
      setWanted(null);
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted]);

  if (!isOpen || !state) return null;
  return (
    <SearchDialog
      state={state}
      team={client.ref.id}
      finds={finds}
      onClose={() => setOpen(false)}
      onGo={({ id, to }) => {
        setOpen(false);
        setWanted(id);
        navigate(to);
      }}
    />
  );
}
