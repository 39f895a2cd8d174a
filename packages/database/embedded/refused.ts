/** A start that cannot go on, said in one sentence for the person at the keyboard. Anything else thrown is a bug. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

/** The system's own code of an error ("EACCES", "ENOSPC"), or an empty text. */
export function faultCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export function faultText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
