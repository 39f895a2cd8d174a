import { anyone } from '#features/people/domain';
import { type House, Secrets, Sessions, sessionCookieName, thingsFinder } from '#features/people/server';
import type { Database } from '#packages/database';
import type { Job, OpenedPage } from '#packages/feature/server';
import { type AnyAccessKind, type Implementation, openApi } from '#packages/http/server';
import { Outbox } from '#packages/mail';
import { type Definitions, refOf } from '#packages/sync';
import { Hub, StreamDesk, Streams, streamEndpoints } from '#packages/sync/server';
import product from '../../package.json' with { type: 'json' };
import { definitions, rights } from '../features.ts';
import { faces } from './faces.ts';

/** Everything that a server is made of, before it listens. */
export type WholeHouse = House & {
  readonly streams: Streams;
  readonly hub: Hub;
  readonly accessKinds: readonly AnyAccessKind[];
  readonly endpoints: readonly Implementation[];
  readonly jobs: readonly Job[];
  readonly asksFirst: (page: OpenedPage) => readonly string[];
};

/** Puts together what all features bring. */
export function buildHouse(given: {
  readonly database: Database;
  readonly baseUrl: string;
  readonly sessionSecret: string;
  readonly isDemonstration: boolean;
  readonly definitions?: Definitions;
  readonly onPersonChanged?: (personId: string) => void;
}): WholeHouse {
  const { database, baseUrl, isDemonstration } = given;
  const streamsOf = given.definitions ?? definitions;
  const hub = new Hub((room) => streamsOf.get(refOf(room).kind)?.presence ?? false);
  const ground = { outbox: new Outbox(), baseUrl };
  const house = {
    ...ground,
    database,
    definitions: streamsOf,
    hub,
    isDemonstration,
    rights,
    find: thingsFinder(database),
    secrets: new Secrets(given.sessionSecret),
    streams: new Streams({
      database,
      definitions: streamsOf,
      hub,
      guards: faces.flatMap((face) => face.guards?.(ground) ?? []),
      effects: faces.flatMap((face) => face.effects?.(ground) ?? []),
    }),
    sessions: new Sessions({
      database,
      onRevoked: (sessionId) => hub.closeWhere((listener) => listener.sessionId === sessionId),
      onPersonChanged: (personId) => {
        given.onPersonChanged?.(personId);
        hub.closeWhere((listener) => listener.personId === personId);
      },
      onMissed: () => hub.closeWhere(() => true),
    }),
  };
  const accessKinds = faces.flatMap((face) => face.accessKinds?.(house) ?? []);
  const endpoints = [
    ...faces.flatMap((face) => face.endpoints?.(house) ?? []),
    ...streamEndpoints(new StreamDesk({ streams: house.streams, hub })),
  ];
  const description = openApi({
    endpoints,
    accessKinds,
    access: anyone,
    title: 'Samenbeter',
    version: product.version,
    cookieName: sessionCookieName,
  });
  return {
    ...house,
    accessKinds,
    endpoints: [...endpoints, description],
    asksFirst: (page) => faces.flatMap((face) => face.asksFirst?.(page) ?? []),
    jobs: faces.flatMap((face) => face.jobs?.(house) ?? []),
  };
}
