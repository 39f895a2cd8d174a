import * as z from 'zod/mini';
import { endpoint, list, type Told } from '#packages/http';
import { field } from '#packages/kernel';
import { anyone } from '../access-kinds.ts';
import { language, personName } from '../names.ts';
import { peopleRecords } from '../records.ts';
import { roles } from '../roles.ts';

const { id, name, kind } = peopleRecords.team.shape;

const personToBe = z.object({
  personId: field.id,
  name: personName,
  roles: z.array(z.enum(roles)),
});
export type PersonToBe = Told<z.output<typeof personToBe>>;

const groupToBe = z.object({
  /** Null: people with a role in the school who are in no team. */
  team: field.nullable(z.object({ id, name, kind })),
  people: z.array(personToBe),
});
export type GroupToBe = Told<z.output<typeof groupToBe>>;

const schoolToBe = z.object({
  name: z.string(),
  /** Of its people, and of what hangs on its boards. */
  language,
  groups: z.array(groupToBe),
});
export type SchoolToBe = Told<z.output<typeof schoolToBe>>;

/** A mail as it would have been sent. */
const keptMail = z.object({
  id: field.id,
  to: z.string(),
  language,
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  at: field.instant,
});
export type KeptMail = Told<z.output<typeof keptMail>>;

/** The open doors of a demonstration (rule P14): come in as anybody with one click, and read everybody's mail. */
export const demonstrationContract = {
  people: endpoint({
    method: 'GET',
    url: '/demonstration/people',
    access: anyone,
    summary: 'Everybody whom one can be in the demonstration, by school and team.',
    answer: z.object({ schools: z.array(schoolToBe) }),
  }),
  enter: endpoint({
    method: 'POST',
    url: '/demonstration/enter',
    access: anyone,
    summary: 'Comes in as one of them; the token in the answer is for clients that are no browser.',
    body: z.object({ personId: field.id }),
    answer: z.object({ personId: field.id, token: z.string() }),
  }),
  mail: list({
    url: '/demonstration/mail',
    access: anyone,
    summary: 'The mail that would have been sent, newest first.',
    orders: { newest: ['-at', '-id'] },
    item: keptMail,
  }),
};
