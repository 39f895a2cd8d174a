import * as z from 'zod/mini';

/** How a refusal (packages/kernel) looks on the wire. */
export const refusal = z.object({
  /** What the refusal is called; docs/errors has an entry for each. */
  refused: z.string(),
  /** What it is about, in a word: the field at fault, a number. */
  detail: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
