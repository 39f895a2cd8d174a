import { parseArgs } from 'node:util';
import { type Role, roleIsOver } from '#features/people/domain';
import { giveRoleOver, idOfNamed, type RoleOver, takeRoleOver } from '#features/people/server';
import { inProductionDatabase } from './production-database.ts';

/** Gives a role over a governing body, a region or the programme, or takes it away: there is no screen for it, on purpose. */
const usage = `Usage: npm run give-role -- --role change-coach --body "Stichting Samen" --name "Vincent Maas" --email vincent@samen.nl [--language nl]
       npm run give-role -- --role change-coach --body "Stichting Samen" --email vincent@samen.nl --take-away
  change-coach, governing-body: over a --body
  foundation: over a --region or a --programme
  expert-teacher, researcher: over a --programme
  Bodies, regions and programmes are made when a school is founded under them: npm run found-school.`;

function refuse(why: string): never {
  console.error(`${why}\n\n${usage}`);
  process.exit(2);
}

const { values } = parseArgs({
  options: {
    role: { type: 'string' },
    body: { type: 'string' },
    region: { type: 'string' },
    programme: { type: 'string' },
    name: { type: 'string' },
    email: { type: 'string' },
    language: { type: 'string', default: 'nl' },
    'take-away': { type: 'boolean', default: false },
  },
});
const isRole = (text: string): text is Role => Object.hasOwn(roleIsOver, text);
const { role = '', name, language } = values;
const email = values.email?.trim().toLowerCase() ?? '';
const [over, ...others] = (['body', 'region', 'programme'] as const).filter((kind) => values[kind]);

if (!isRole(role)) refuse(`The role "${role}" is not known.`);
if (!over || others.length > 0) refuse('Say over one body, one region or one programme.');
if (!(roleIsOver[role] as readonly string[]).includes(over)) refuse(`${role} is no role over a ${over}.`);
if (!/^\S+@\S+\.\S+$/.test(email)) refuse(`"${email}" is not an e-mail address.`);
if (language !== 'nl' && language !== 'en') refuse('The language is nl or en.');
if (!name && !values['take-away']) refuse('The name is needed.');

await inProductionDatabase(refuse, async (database, { baseUrl }) => {
  const named = values[over] ?? '';
  const overId = await idOfNamed(database, over, named);
  if (overId === undefined) refuse(`There is no ${over} "${named}", or more than one.`);
  const given: RoleOver = { role, over, overId };
  if (name && !values['take-away']) {
    await giveRoleOver(database, given, { name, email, language });
    console.log(`${name} is ${role} of ${named}, and can sign in at ${baseUrl} with ${email}.`);
    return;
  }
  const had = await takeRoleOver(database, given, email);
  console.log(had ? `${email} is ${role} of ${named} no more.` : `${email} was no ${role} of ${named}.`);
});
