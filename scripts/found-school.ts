import { parseArgs } from 'node:util';
import { foundGoverningBody, foundRegion, foundSchool } from '#features/people/server';
import { inProductionDatabase } from './production-database.ts';

/** Founds a school with its first leader in a production database: there is no screen for it, on purpose. */
const usage = `Usage: npm run found-school -- --name "Basisschool De Linde" --sector po --leader "Marleen Vos" --email marleen@school.nl [--language nl]
         [--brin 12AB --site 0] [--body "Stichting Samen"] [--programme "Leerteams" --region "Noord"]
  sector: po (primary), vo (secondary), mbo (vocational), ho (teacher training)
  body, programme, region: made where there is none of that name yet`;

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
    brin: { type: 'string' },
    site: { type: 'string' },
    body: { type: 'string' },
    programme: { type: 'string' },
    region: { type: 'string' },
  },
});
const { name, leader, email, language, brin, site, body, programme, region } = values;
const sector = sectors.find((known) => known === values.sector);
if (!name || !leader || !email) refuse('Name, leader and email are needed.');
if (!sector) refuse(`The sector "${values.sector ?? ''}" is not known.`);
if (!/^\S+@\S+\.\S+$/.test(email)) refuse(`"${email}" is not an e-mail address.`);
if (language !== 'nl' && language !== 'en') refuse('The language is nl or en.');
if (brin && !/^\d{2}[A-Z]{2}$/.test(brin)) refuse(`"${brin}" is not a number such as 12AB.`);
if (site && !/^\d{1,2}$/.test(site)) refuse(`"${site}" is not the number of a site.`);
if (site && !brin) refuse('A site is one of a number: give --brin too.');
if (!programme !== !region) refuse('A region is one of a programme.');

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint_name' in error && error.constraint_name === 'school_brin_site_idx';

await inProductionDatabase(refuse, async (database, { baseUrl }) => {
  const bodyId = body && (await foundGoverningBody(database, body));
  const under = programme && region ? await foundRegion(database, { programme, region }) : undefined;
  try {
    await foundSchool(database, {
      name,
      sector,
      leader: { name: leader, email: email.trim().toLowerCase(), language },
      ...(brin && { brin }),
      ...(site && { site: Number(site) }),
      ...(bodyId && { bodyId }),
      ...(under && { regionId: under.regionId }),
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    refuse(`A school with the number ${brin} and this site is there already.`);
  }
  console.log(`${name} is there. ${leader} can sign in at ${baseUrl} with ${email}.`);
});
