import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Definitions } from '../assemble.ts';
import {
  browserStore,
  browserTransport,
  type Connection,
  Device,
  type StreamClient,
  shareAmongTabs,
} from '../client/index.ts';
import { refOf, refText, type StreamRef } from '../stream.ts';

const DeviceContext = createContext<Device | null>(null);

/** Everything below shares one connection and one queue. `personId` is who is signed in; null for a board display. */
export function DeviceProvider({
  definitions,
  personId,
  children,
}: {
  definitions: Definitions;
  personId: string | null;
  children: ReactNode;
}) {
  const [held, setHeld] = useState<{ readonly device: Device; readonly of: string | null } | null>(null);
  useEffect(() => {
    const made = new Device({ definitions, transport: browserTransport, store: browserStore, personId });
    const stop = shareAmongTabs(made, personId ?? 'display');
    setHeld({ device: made, of: personId });
    return () => {
      stop();
      setHeld(null);
    };
  }, [definitions, personId]);
  // When somebody else comes in, what is inside is drawn once before the device of before is put away: it must not ask for anything by that one.
  return <DeviceContext value={held?.of === personId ? held.device : null}>{children}</DeviceContext>;
}

/** Keeps a stream open for as long as the component is there; null until the device is ready, and for no stream. */
export function useStreamClient(ref: StreamRef | null, memberId: string | null): StreamClient | null {
  const device = useContext(DeviceContext);
  const room = ref === null ? null : refText(ref);
  const [client, setClient] = useState<StreamClient | null>(null);
  useEffect(() => {
    if (!device || room === null) return;
    const opened = device.open(refOf(room), memberId);
    setClient(opened.client);
    return () => {
      opened.close();
      setClient(null);
    };
  }, [device, room, memberId]);
  return client;
}

/** How a stream stands, without what is in it: drawn again only when one of these changes. */
export type StandingOf = { readonly isThere: boolean; readonly connection: Connection };

const NOTHING: StandingOf = { isThere: false, connection: 'opening' };
const standings = new Map<string, StandingOf>();

export function useStreamStanding(client: StreamClient | null): StandingOf {
  return useSyncExternalStore(client?.watch ?? noWatch, () => (client ? standingOf(client) : NOTHING));
}

const noWatch = () => () => {};

/** The same object for the same standing, so that nothing is drawn again for nothing. */
function standingOf(client: StreamClient): StandingOf {
  const { state, connection } = client.view();
  const isThere = state !== null;
  const key = `${isThere} ${connection}`;
  const known = standings.get(key) ?? { isThere, connection };
  standings.set(key, known);
  return known;
}
