import * as z from 'zod/mini';
import { emailAddress, personName } from './names.ts';

/** Somebody to invite, as read from a line of pasted text. */
export type Invitee = { readonly email: string; readonly name: string | null };

export type ReadInvitees = {
  readonly invitees: readonly Invitee[];
  /** Lines in which no address was found, to be shown and mended. */
  readonly unread: readonly string[];
};

const address = /[^\s<>,;:"'()[\]]+@[^\s<>,;:"'()[\]]+/g;

/**
 * Reads names and addresses as they come out of a spreadsheet, a mail's address line or a list (rule P11):
 * one or more per line, the name before or behind the address, in one column or in several. The first of two equal
 * addresses counts. A header row without an address ends up under `unread`, like anything else that is not understood.
 */
export function readInvitees(text: string): ReadInvitees {
  const invitees = new Map<string, Invitee>();
  const unread: string[] = [];
  for (const line of text
    .replace(/mailto:/gi, '')
    .split(/\r?\n/)
    .filter((part) => part.trim() !== '')) {
    const found = peopleIn(line);
    if (found.length === 0) unread.push(line.trim());
    for (const person of found) if (!invitees.has(person.email)) invitees.set(person.email, person);
  }
  return { invitees: [...invitees.values()], unread };
}

function peopleIn(line: string): Invitee[] {
  const count = line.match(address)?.length ?? 0;
  // "Sam <sam@…>, Lotte <lotte@…>": several people on a line are parted; one person's columns are not.
  const parts = count > 1 ? line.split(/[,;](?=[^@]*@)/) : [line];
  return parts.flatMap((part) => {
    const raw = part.match(address)?.[0];
    if (raw === undefined) return [];
    const email = z.safeParse(emailAddress, raw.replace(/\.$/, ''));
    if (!email.success) return [];
    const name = z.safeParse(personName, nameFrom(part.replace(raw, ' ')));
    return [{ email: email.data, name: name.success ? name.data : null }];
  });
}

function nameFrom(rest: string): string {
  return rest
    .replace(/[<>"()[\]]/g, ' ')
    .split(/[\t,;]/)
    .map((column) => column.replace(/\s+/g, ' ').trim())
    .filter((column) => column !== '')
    .join(' ')
    .slice(0, 80);
}
