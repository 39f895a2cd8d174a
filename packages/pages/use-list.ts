import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AnswerOf, Asked, ListEndpoint } from '#packages/http';
import { type Brought, call } from '#packages/http/client';
import type { Answer } from './asking.ts';
import { ListReader, type Shown } from './list-reader.ts';

type ItemOf<E extends ListEndpoint> = AnswerOf<E>['items'][number];

export type Listed<Item> = {
  readonly answer: Answer<Shown<Item>>;
  /** Reads it again, as far as it is shown; what is on the screen stays until then. */
  readonly again: () => Promise<void>;
  /** The next page. Rejects when it does not come. */
  readonly more: () => Promise<void>;
};

/**
 * A list of the server, page by page; filters and order go into the query. With other ones the list begins anew, and the old one
 * stays on the screen until then. Null: not yet.
 */
export function useList<E extends ListEndpoint>(endpoint: E, asked: Asked<E> | null): Listed<ItemOf<E>> {
  const [answer, setAnswer] = useState<Answer<Shown<ItemOf<E>>>>({ is: 'asking' });
  // As text, so that the same question is the same, however often the page is drawn.
  const question = asked === null ? null : JSON.stringify(asked);
  const reader = useMemo(() => {
    if (question === null) return null;
    const { query, ...rest } = JSON.parse(question) as { query?: object };
    const ask = (page: object) =>
      call(endpoint, ...([{ ...rest, query: { ...query, ...page } }] as unknown as Brought<E>));
    return new ListReader<ItemOf<E>>(ask, setAnswer);
  }, [endpoint, question]);
  useEffect(() => {
    void reader?.again();
    return () => reader?.stop();
  }, [reader]);
  return {
    answer,
    again: useCallback(async () => reader?.again(), [reader]),
    more: useCallback(async () => reader?.more(), [reader]),
  };
}
