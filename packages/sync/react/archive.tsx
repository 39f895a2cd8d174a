import {
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { call } from '#packages/http/client';
import type { AnyPart, StateOfPart } from '../assemble.ts';
import { archivePage, streamContract } from '../contract.ts';
import { withArchived } from '../state.ts';
import { type AnyRecord, type AnyState, type PlainState, refText, type StreamRef } from '../stream.ts';
import { ArchiveContext, useOpenStream } from './streams.tsx';

export type ArchiveStanding = 'asking' | 'there' | 'unreachable';

/** Kind of record -> ids. */
type Ids = Readonly<Record<string, readonly string[]>>;

/**
 * Everything inside sees records of the archive as if they still stood in the stream: all of some kinds, and those that
 * what is there already points at. What is asked for is asked once, and comes bit by bit.
 */
export function WithArchive<P extends AnyPart>({
  part,
  all = NO_KINDS,
  wants,
  until = () => true,
  meanwhile = null,
  notice,
  children,
}: {
  part: P;
  /** Kinds of which everything is wanted. */
  all?: readonly (keyof StateOfPart<P> & string)[];
  /** Records by their ids; asked again when something has come. */
  wants: (state: StateOfPart<P>) => Ids;
  /** What is inside waits for this while something is still asked for. */
  until?: (state: StateOfPart<P>) => boolean;
  meanwhile?: ReactNode;
  /** Said above it all as long as not everything is there. */
  notice: (standing: ArchiveStanding, again: () => void) => ReactNode;
  children: ReactNode;
}) {
  const { client } = useOpenStream(part.of);
  const present = useSyncExternalStore(client.watch, () => client.view().state);
  const [archived, setArchived] = useState<PlainState>({});
  const [standing, setStanding] = useState<ArchiveStanding>('asking');
  const [attempt, setAttempt] = useState(0);
  const asked = useRef(new Set<string>());
  const wanted = useRef(wants);
  wanted.current = wants;
  const state = useMemo(() => (present ? withArchived(present, archived) : null), [present, archived]);

  const add = useCallback((kind: string, records: readonly AnyRecord[]) => {
    if (records.length > 0)
      setArchived((known) => ({ ...known, [kind]: [...(known[kind] ?? []), ...records] }));
  }, []);

  // `attempt` asks again after a failure.
  useEffect(() => {
    if (!state) return;
    const missing = notAskedYet(asked.current, state, all, wanted.current(state as StateOfPart<P>));
    if (missing.length === 0) {
      setStanding('there');
      return;
    }
    setStanding('asking');
    let isOver = false;
    const askAll = async () => {
      for (const { key, kind, ids } of missing) {
        if (isOver) return;
        const records = ids ? await byId(client.ref, kind, ids) : await whole(client.ref, kind);
        asked.current.add(key);
        add(kind, records);
      }
    };
    askAll().catch(() => !isOver && setStanding('unreachable'));
    return () => {
      isOver = true;
    };
  }, [state, all, client, add, attempt]);

  return (
    <ArchiveContext value={archived}>
      {standing !== 'there' && notice(standing, () => setAttempt((count) => count + 1))}
      {standing === 'asking' && state && !until(state as StateOfPart<P>) ? meanwhile : children}
    </ArchiveContext>
  );
}

const NO_KINDS: readonly never[] = [];

type Question = { readonly key: string; readonly kind: string; readonly ids: readonly string[] | null };

function notAskedYet(
  asked: ReadonlySet<string>,
  state: AnyState,
  all: readonly string[],
  ids: Ids,
): Question[] {
  const whole = all
    .filter((kind) => !asked.has(kind))
    .map((kind): Question => ({ key: kind, kind, ids: null }));
  const named = Object.entries(ids).flatMap(([kind, wanted]) => {
    const missing = [...new Set(wanted)].filter((id) => !state[kind]?.has(id));
    return chunks(missing).flatMap((some): Question[] => {
      const key = `${kind} ${some.join()}`;
      return asked.has(key) ? [] : [{ key, kind, ids: some }];
    });
  });
  return [...whole, ...named];
}

const chunks = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / archivePage) }, (_, index) =>
    ids.slice(index * archivePage, (index + 1) * archivePage),
  );

async function whole(ref: StreamRef, kind: string): Promise<AnyRecord[]> {
  const records: AnyRecord[] = [];
  for (;;) {
    const before = records.at(-1)?.id;
    const page = await ask(ref, before === undefined ? { kind } : { kind, before });
    records.push(...page);
    if (page.length < archivePage) return records;
  }
}

const byId = (ref: StreamRef, kind: string, ids: readonly string[]) => ask(ref, { kind, ids: [...ids] });

async function ask(
  ref: StreamRef,
  query: { kind: string; before?: string; ids?: string[] },
): Promise<readonly AnyRecord[]> {
  const { records } = await call(streamContract.archive, { params: { stream: refText(ref) }, query });
  return records;
}
