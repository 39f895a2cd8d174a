import { parseArgs } from 'node:util';
import { foundSchool } from '#features/people/server';
import { Database } from '#packages/database';
import { migrate } from '#packages/database/migrate';
import { readConfiguration } from '../apps/server/configuration.ts';

/** Founds a school with its first leader in a production database: there is no screen for it, on purpose. */
const usage = `Usage: npm run found-school -- --name "Basisschool De Linde" --sector po --leader "Marleen Vos" --email marleen@school.nl [--language nl]
  sector: po (primary), vo (secondary), mbo (vocational), ho (teacher training)`;

const sectors = ['po', 'vo', 'mbo', 'ho'] as const;

function refuse(why: string): never {
  console.error(`${why}\n\n${usage}`);
  process.exit(2);
}

const { values } = parseArgs({
  options: {
    name: { type: 'string' },
    sector: { type: 'string' },
    leader: { type: 'string' },
    email: { type: 'string' },
    language: { type: 'string', default: 'nl' },
  },
});
const { name, leader, email, language } = values;
const sector = sectors.find((known) => known === values.sector);
if (!name || !leader || !email) refuse('Name, leader and email are needed.');
if (!sector) refuse(`The sector "${values.sector ?? ''}" is not known.`);
if (!/^\S+@\S+\.\S+$/.test(email)) refuse(`"${email}" is not an e-mail address.`);
if (language !== 'nl' && language !== 'en') refuse('The language is nl or en.');

const configuration = readConfiguration(process.env);
if ('faults' in configuration)
  refuse(['The settings are not right:', ...configuration.faults].join('\n  - '));
if (configuration.database.kind !== 'external')
  refuse('Set DATABASE_URL to the production database; see docs/operations.md.');

const { appUrl } = await migrate({
  ownerUrl: configuration.database.ownerUrl,
  appUrl: configuration.database.appUrl,
  log: console.log,
});
const database = new Database(appUrl, { connections: 1 });
try {
  await foundSchool(database, {
    name,
    sector,
    leader: { name: leader, email: email.trim().toLowerCase(), language },
  });
  console.log(`${name} is there. ${leader} can sign in at ${configuration.baseUrl} with ${email}.`);
} finally {
  await database.close();
}
