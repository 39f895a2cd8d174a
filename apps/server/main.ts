import pino from 'pino';
import { closeForgottenSessions, firstRecords, sessionMailEffect } from '#features/board/server';
import { anyone } from '#features/people/domain';
import {
  accessKinds,
  cleanUpPeople,
  demonstrationEndpoints,
  memberEffect,
  peopleEndpoints,
  Secrets,
  Sessions,
  seatsIn,
  secondBoardEffect,
  sessionCookieName,
  thingsFinder,
} from '#features/people/server';
import { Database } from '#packages/database';
import { buildHttp, EventStreams, openApi } from '#packages/http/server';
import { MailSender, Outbox, smtpDelivery } from '#packages/mail';
import { refOf } from '#packages/sync';
import { compactLog, Hub, StreamDesk, Streams, streamAccess, streamEndpoints } from '#packages/sync/server';
import product from '../../package.json' with { type: 'json' };
import { rights } from '../rights.ts';
import { definitions } from '../streams.ts';
import type { Configuration, DatabaseAddresses, RunningServer } from './configuration.ts';
import { every } from './every.ts';
import { healthRoutes } from './health.ts';
import { joinOtherServers } from './other-servers.ts';
import { serveWebFiles } from './web-files.ts';

const LOOK_FOR_FORGOTTEN_MS = 60_000;
const CLEAN_UP_MS = 3_600_000;
const COMPACT_MS = 86_400_000;

/** Puts the parts together and listens. Whatever fails here fails the start. */
export async function serve(
  configuration: Configuration,
  addresses: DatabaseAddresses,
): Promise<RunningServer> {
  // Written in pieces and behind the work, not line by line in front of it; at the end of the process what is left.
  const logger = pino(
    { level: configuration.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ sync: false, minLength: 4096, periodicFlush: 500 }),
  );
  const database = new Database(addresses.appUrl);
  const isDemonstration = configuration.mode === 'demonstration';
  // An embedded database has one server: this one. Elsewhere there may be others to tell.
  const announce = configuration.database.kind === 'external';

  const hub = new Hub((room) => definitions.get(refOf(room).kind)?.presence ?? false);
  const outbox = new Outbox();
  const streams = new Streams({
    database,
    definitions,
    hub,
    announce,
    effects: [memberEffect, secondBoardEffect, sessionMailEffect({ outbox, baseUrl: configuration.baseUrl })],
  });
  const sessions = new Sessions({
    database,
    onRevoked: (sessionId) => hub.closeWhere((listener) => listener.sessionId === sessionId),
    onPersonChanged: (personId) => hub.closeWhere((listener) => listener.personId === personId),
    onMissed: () => hub.closeWhere(() => true),
  });
  const find = thingsFinder(database);
  const secrets = new Secrets(configuration.sessionSecret);
  const parts = {
    database,
    streams,
    outbox,
    sessions,
    secrets,
    rights,
    find,
    baseUrl: configuration.baseUrl,
    firstRecords,
  };

  const eventStreams = new EventStreams();
  const kinds = [...accessKinds(parts), streamAccess(seatsIn(parts, definitions))];
  const endpoints = [
    ...peopleEndpoints(parts),
    ...streamEndpoints(new StreamDesk({ streams, hub })),
    ...(isDemonstration ? demonstrationEndpoints(parts) : []),
  ];
  const description = openApi({
    endpoints,
    accessKinds: kinds,
    access: anyone,
    title: 'Samenbeter',
    version: product.version,
    cookieName: sessionCookieName,
  });
  const app = await buildHttp({
    endpoints: [...endpoints, description],
    accessKinds: kinds,
    door: { cookieName: sessionCookieName, whoIs: (token) => sessions.whoIs(token) },
    database,
    eventStreams,
    home: { origin: configuration.baseUrl, isDemonstration },
    secret: configuration.sessionSecret,
    logger,
    trustProxy: configuration.trustedProxies,
  });
  healthRoutes(app, { database });
  await serveWebFiles(app);

  await sessions.start();
  const others = announce ? await joinOtherServers({ database, streams, hub }) : null;
  const smtp = configuration.mail.kind === 'smtp' ? smtpDelivery(configuration.mail) : null;
  const sender = smtp
    ? new MailSender({
        database,
        deliver: smtp.deliver,
        onFault: (err, mail) => logger.warn({ err, mail }, 'mail not sent'),
      })
    : null;
  await sender?.start();
  const clock = every(
    LOOK_FOR_FORGOTTEN_MS,
    () => closeForgottenSessions(database, streams),
    (err) => logger.error({ err }, 'forgotten sessions'),
  );

  const cleaning = every(
    CLEAN_UP_MS,
    () => cleanUpPeople(database),
    (err) => logger.error({ err }, 'clean-up'),
  );

  const compacting = every(
    COMPACT_MS,
    () => compactLog(database),
    (err) => logger.error({ err }, 'compacting the log'),
  );

  await app.listen({ port: configuration.port, host: configuration.host });
  return {
    close: async () => {
      clock.stop();
      cleaning.stop();
      compacting.stop();
      eventStreams.closeAll();
      await app.close();
      await Promise.all([clock.finished(), cleaning.finished(), compacting.finished()]);
      await sender?.stop();
      smtp?.close();
      await sessions.stop();
      await others?.leave();
      await database.close();
    },
  };
}
