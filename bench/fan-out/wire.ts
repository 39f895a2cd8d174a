/** All that this bench knows of docs/protocol.md: two addresses, one call, and where in an answer the little stands that it reads. */
export const followPath = (teamId: string): string => `/api/teams/${teamId}/stream`;
export const commandsPath = (teamId: string): string => `/api/teams/${teamId}/commands`;

export const commandsBody = (command: { id: string; name: string; payload: unknown }): string =>
  JSON.stringify({ commands: [command] });

export const isDone = (answer: string): boolean => answer.includes('"seq":');

/** The number at which a stream begins, as soon as its greeting has come in. */
export function greeted(head: string): number | null {
  const seq = /event: hello\ndata: \{[^\n]*"seq":(\d+)/.exec(head)?.[1];
  return seq === undefined ? null : Number(seq);
}

/** What stands between a change's number and its data. */
export const CHANGE = '\nevent: change\ndata: ';
export const NUMBER = 'id: ';
const COMMAND_ID = '"commandId":"';

/** @param mark where in the text CHANGE begins */
export function changeAt(text: string, mark: number): { seq: number; commandId: string } {
  const id = text.indexOf(COMMAND_ID, mark) + COMMAND_ID.length;
  return {
    seq: Number(text.slice(text.lastIndexOf(NUMBER, mark) + NUMBER.length, mark)),
    commandId: text.slice(id, id + 36),
  };
}

/** The same wire from the other side, for the bare broadcast: for whom is this call, and the least that answers it. */
export const teamIn = (url: string): string => url.split('/')[3] ?? '';
export const commandIdIn = (body: string): string => /"id":"([^"]+)"/.exec(body)?.[1] ?? '';
export const greeting = (seq: number): string => `event: hello\ndata: {"seq":${seq}}\n\n`;

export function changeOf(seq: number, commandId: string, bytes: number): string {
  const head = `${NUMBER}${seq}${CHANGE}{"seq":${seq},${COMMAND_ID}${commandId}","filler":"`;
  return `${head}${'x'.repeat(Math.max(0, bytes - head.length - 4))}"}\n\n`;
}

export const answerOf = (bytes: number): string =>
  JSON.stringify({ results: [{ seq: 1, filler: 'x'.repeat(bytes - 40) }] });
