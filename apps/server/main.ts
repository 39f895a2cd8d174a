import pino from 'pino';
import { sessionCookieName } from '#features/people/server';
import { Database } from '#packages/database';
import { buildHttp, EventStreams } from '#packages/http/server';
import { MailSender, smtpDelivery } from '#packages/mail';
import { compactLog } from '#packages/sync/server';
import type { Configuration, DatabaseAddresses, RunningServer } from './configuration.ts';
import { every } from './every.ts';
import { healthRoutes } from './health.ts';
import { buildHouse } from './house.ts';
import { joinOtherServers } from './other-servers.ts';
import { serveWebFiles } from './web-files.ts';

const DAY_MS = 86_400_000;

/** Builds the house and listens. Whatever fails here fails the start. */
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
  const house = buildHouse({
    database,
    baseUrl: configuration.baseUrl,
    sessionSecret: configuration.sessionSecret,
    isDemonstration,
  });
  const { streams, hub, sessions } = house;
  const eventStreams = new EventStreams();
  const app = await buildHttp({
    endpoints: house.endpoints,
    accessKinds: house.accessKinds,
    door: { cookieName: sessionCookieName, whoIs: (token) => sessions.whoIs(token) },
    database,
    eventStreams,
    home: { origin: configuration.baseUrl, isDemonstration },
    secret: configuration.sessionSecret,
    logger,
    trustProxy: configuration.trustedProxies,
  });
  healthRoutes(app, { database });
  await serveWebFiles(app, { asksFirst: house.asksFirst });

  await sessions.start();
  // An embedded database has one server: this one. Elsewhere there may be others to tell.
  const mayHaveOthers = configuration.database.kind === 'external';
  const others = mayHaveOthers ? await joinOtherServers({ database, streams, hub }) : null;
  const smtp = configuration.mail.kind === 'smtp' ? smtpDelivery(configuration.mail) : null;
  const sender = smtp
    ? new MailSender({
        database,
        deliver: smtp.deliver,
        onFault: (err, mail) => logger.warn({ err, mail }, 'mail not sent'),
      })
    : null;
  await sender?.start();
  const jobs = [
    ...house.jobs,
    { name: 'compacting the log', everyMs: DAY_MS, run: () => compactLog(database) },
  ].map(({ name, everyMs, run }) => every(everyMs, run, (err) => logger.error({ err }, name)));

  await app.listen({ port: configuration.port, host: configuration.host });
  return {
    close: async () => {
      for (const job of jobs) job.stop();
      eventStreams.closeAll();
      await app.close();
      await Promise.all(jobs.map((job) => job.finished()));
      await sender?.stop();
      smtp?.close();
      await sessions.stop();
      await others?.leave();
      await database.close();
    },
  };
}
