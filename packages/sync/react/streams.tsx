import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { type Day, dayIn, type Refusal } from '#packages/kernel';
import type { AnyPart, PayloadsOfPart, StateOfPart } from '../assemble.ts';
import type { Connection, Declined, Sent, StreamClient, View, Waiting } from '../client/index.ts';
import { withArchived } from '../state.ts';
import type { AnyState, CommandCall, PlainState, StreamRef } from '../stream.ts';
import type { Presence } from '../wire.ts';

/** One stream that a page has open: who looks, what they may, and how to tell them what happened. */
export type OpenStream = {
  readonly client: StreamClient;
  /** The viewer's own place in the stream; null for a board display or a guest. */
  readonly memberId: string | null;
  readonly isDisplay: boolean;
  readonly may: (capability: string) => boolean;
  /** Says that something was done, with a way back when there is one. */
  readonly tellDone: (text: string, undo: (() => void) | null) => void;
  /** Says why not. */
  readonly tellRefused: (refusal: Refusal) => void;
};

/** By kind of stream: a page has at most one of each kind open at a time. */
const StreamsContext = createContext<ReadonlyMap<string, OpenStream>>(new Map());

/** Adds streams to those that are open around it; they have to hold something already. */
export function StreamsProvider({
  streams,
  children,
}: {
  streams: readonly OpenStream[];
  children: ReactNode;
}) {
  const around = useContext(StreamsContext);
  const all = new Map(around);
  for (const stream of streams) all.set(stream.client.ref.kind, stream);
  const kept = useRef(all);
  if (!isSame(kept.current, all)) kept.current = all;
  return <StreamsContext value={kept.current}>{children}</StreamsContext>;
}

const isSame = (a: ReadonlyMap<string, OpenStream>, b: ReadonlyMap<string, OpenStream>): boolean =>
  a.size === b.size && [...a].every(([kind, stream]) => b.get(kind) === stream);

/** Records of the archive that this part of the page shows too; see WithArchive. */
export const ArchiveContext = createContext<PlainState | null>(null);

export type StreamHandle<S, P> = {
  readonly state: S;
  readonly ref: StreamRef;
  readonly memberId: string | null;
  readonly isDisplay: boolean;
  readonly connection: Connection;
  readonly presence: Presence;
  readonly unsent: readonly Waiting[];
  readonly declined: readonly Declined[];
  readonly dismiss: (id: string) => void;
  /** Server time in milliseconds, as well as this device knows it. */
  readonly now: () => number;
  readonly today: Day;
  readonly may: (capability: string) => boolean;
  /**
   * Does something, seen at once. True when it was taken; a refusal has been shown already.
   * With `done` (what to say) it offers the way back for some seconds.
   */
  readonly send: <K extends keyof P & string>(name: K, payload: P[K], done?: string) => Promise<boolean>;
};

/** Typed by the part that a feature contributes: `const useGoals = () => useStream(goals)`. */
export function useStream<P extends AnyPart>(part: P): StreamHandle<StateOfPart<P>, PayloadsOfPart<P>>;
/** Only what was selected; the component is drawn again when that has changed (`Object.is`), and not for anything else. */
export function useStream<P extends AnyPart, T>(part: P, select: (state: StateOfPart<P>) => T): T;
export function useStream<P extends AnyPart, T>(part: P, select?: (state: StateOfPart<P>) => T) {
  const open = useOpenStream(part.of);
  const archived = useContext(ArchiveContext);
  const { client } = open;
  const selected = () => {
    const view = client.view();
    return select ? select(stateIn(view) as StateOfPart<P>) : view;
  };
  const shown = useSyncExternalStore(client.watch, selected);
  const view = shown as View<AnyState>;
  const state = useMemo(
    () => (select || !view.state || !archived ? null : withArchived(view.state, archived)),
    [select, view, archived],
  );
  return select ? shown : handleOf(open, state ? { ...view, state } : view);
}

/** The part carries what the stream's definition was assembled from: the state holds at least that. */
function stateIn(view: View<AnyState>): AnyState {
  if (!view.state) throw new Error('a stream was used before it was there: its provider waits for it');
  return view.state;
}

/** As `useStream`; null where no such stream is open, or nothing of it is known yet. */
export function useStreamIfOpen<P extends AnyPart>(
  part: P,
): StreamHandle<StateOfPart<P>, PayloadsOfPart<P>> | null {
  const open = useContext(StreamsContext).get(part.of) ?? null;
  const view = useSyncExternalStore(open?.client.watch ?? noWatch, () => open?.client.view() ?? null);
  return open && view?.state ? handleOf(open, view) : null;
}

const noWatch = () => () => {};

/** Whether the record with this id holds something that no server has acknowledged yet. */
export function useWaiting(): (id: string) => boolean {
  const all = useContext(StreamsContext);
  const watch = useCallback(
    (watcher: () => void) => {
      const stops = [...all.values()].map(({ client }) => client.watch(watcher));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [all],
  );
  // One text for one set of ids: drawn again only when the set has changed.
  const text = useSyncExternalStore(watch, () =>
    [...all.values()].flatMap(({ client }) => client.view().unsent.flatMap(({ about }) => about)).join(' '),
  );
  const ids = useMemo(() => new Set(text.split(' ')), [text]);
  return (id) => ids.has(id);
}

export function useOpenStream(kind: string): OpenStream {
  const open = useContext(StreamsContext).get(kind);
  if (!open) throw new Error(`no stream of kind ${kind} is open here`);
  return open;
}

function handleOf<S, P>(open: OpenStream, view: View<AnyState>): StreamHandle<S, P> {
  const { client } = open;
  const send = async (name: string, payload: unknown, done?: string): Promise<boolean> => {
    const sent: Sent | Refusal = await client.send(name, payload);
    if ('refused' in sent) {
      open.tellRefused(sent);
      return false;
    }
    if (done !== undefined) open.tellDone(done, sent.undo ? takeBack(client, sent.undo) : null);
    return true;
  };
  return {
    state: stateIn(view) as S,
    ref: client.ref,
    memberId: open.memberId,
    isDisplay: open.isDisplay,
    connection: view.connection,
    presence: view.presence,
    unsent: view.unsent,
    declined: view.declined,
    dismiss: (id) => void client.dismiss(id),
    now: () => client.now(),
    today: dayIn(client.now()),
    may: open.may,
    send,
  };
}

const takeBack = (client: StreamClient, undo: CommandCall) => () => void client.send(undo.name, undo.payload);
