import { type AnswerOf, type Asked, type AsksJson, addressOf, type Nothing } from '../index.ts';
import { ask } from './ask.ts';

/** What is asked may be left out where nothing has to be brought. */
export type Brought<E extends AsksJson> =
  unknown extends Asked<E> ? [] : Nothing extends Asked<E> ? [asked?: Asked<E>] : [asked: Asked<E>];

/** Calls an endpoint. Rejects with `Refused` when it says no, with `Unreachable` when nobody answers. */
export function call<E extends AsksJson>(endpoint: E, ...[asked]: Brought<E>): Promise<AnswerOf<E>> {
  const { body, ...address }: { params?: object; query?: object; body?: unknown } = asked ?? {};
  return ask<AnswerOf<E>>(endpoint.method, addressOf(endpoint, address), body);
}
