import { useSyncExternalStore } from 'react';
import type { Room } from './room.ts';

const widthOfWall = '(min-width: 1600px)';
const widthOfPhone = '(max-width: 699.98px)';

const queries = (): MediaQueryList[] => [matchMedia(widthOfWall), matchMedia(widthOfPhone)];

function watch(changed: () => void): () => void {
  const watched = queries();
  for (const query of watched) query.addEventListener('change', changed);
  return () => {
    for (const query of watched) query.removeEventListener('change', changed);
  };
}

function roomOfScreen(): Room {
  if (matchMedia(widthOfWall).matches) return 'wall';
  return matchMedia(widthOfPhone).matches ? 'phone' : 'desk';
}

/** The room that this screen stands in. A board display hangs on the wall, however wide it is. */
export function useRoom(isDisplay = false): Room {
  const room = useSyncExternalStore(watch, roomOfScreen);
  return isDisplay ? 'wall' : room;
}
