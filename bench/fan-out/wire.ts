/** All that this bench knows of docs/protocol.md: two addresses, one call, and where in an answer the little stands that it reads. */
/** As a board has them open: the team's stream and the school's, over one connection. */
export const followPath = (teamId: string, schoolId: string, after = 0): string =>
  `/api/follow?from=team:${teamId}@${after},school:${schoolId}@0`;

/** Milliseconds after which whoever lost its connection comes back, as the server told it. */
export const retryIn = (head: string): number => Number(/^retry: (\d+)$/m.exec(head)?.[1] ?? 3000);
export const COMMANDS_PATH = '/api/commands';

export const commandsBody = (
  teamId: string,
  command: { id: string; name: string; payload: unknown },
): string => JSON.stringify({ commands: [{ stream: `team:${teamId}`, ...command }] });

export const isDone = (answer: string): boolean => answer.includes('"seq":');

/** The number at which a stream begins, as soon as its greeting has come in. */
export function greeted(head: string): number | null {
  const seq = /event: hello\ndata: \{[^\n]*"seq":(\d+)/.exec(head)?.[1];
  return seq === undefined ? null : Number(seq);
}

/** What a change begins with. */
export const CHANGE = 'event: change\ndata: ';
const NUMBER = '"seq":';
const COMMAND_ID = '"commandId":"';

/** @param mark where in the text CHANGE begins */
export function changeAt(text: string, mark: number): { seq: number; commandId: string } {
  const id = text.indexOf(COMMAND_ID, mark) + COMMAND_ID.length;
  const number = text.indexOf(NUMBER, mark) + NUMBER.length;
  return {
    seq: Number(text.slice(number, text.indexOf(',', number))),
    commandId: text.slice(id, id + 36),
  };
}

/** The same wire from the other side, for the bare broadcast: for whom is this call, and the least that answers it. */
export const teamIn = (urlOrBody: string): string => /team:([\da-f-]{36})/.exec(urlOrBody)?.[1] ?? '';
export const commandIdIn = (body: string): string => /"id":"([^"]+)"/.exec(body)?.[1] ?? '';
export const greeting = (seq: number): string => `event: hello\ndata: {"seq":${seq}}\n\n`;

export function changeOf(seq: number, commandId: string, bytes: number): string {
  const head = `${CHANGE}{${NUMBER}${seq},${COMMAND_ID}${commandId}","filler":"`;
  return `${head}${'x'.repeat(Math.max(0, bytes - head.length - 4))}"}\n\n`;
}

export const answerOf = (bytes: number): string =>
  JSON.stringify({ results: [{ seq: 1, filler: 'x'.repeat(bytes - 40) }] });
