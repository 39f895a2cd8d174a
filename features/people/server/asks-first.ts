import { meContract } from '#features/people/domain';
import type { OpenedPage } from '#packages/feature/server';
import { snapshotsAt, streamRef } from '#packages/sync';
import { sessionCookieName } from './cookies.ts';

/** Every page asks who is there; one of a team, its stream. Whoever is not in gets no further than the first. */
export function asksFirst({ path, cookies }: OpenedPage): readonly string[] {
  const team = /^\/team\/([^/]+)/.exec(path)?.[1];
  const { data: ref } = streamRef.safeParse(`team:${team}`);
  return [meContract.read.url, ...(ref && cookies[sessionCookieName] ? [snapshotsAt([ref])] : [])];
}
