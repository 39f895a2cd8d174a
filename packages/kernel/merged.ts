/**
 * One record of all these. A key that two of them bring is a mistake of whoever came second, and would silently be theirs.
 * @param bringers what brings them, for the sentence
 */
export function merged<T>(
  bringers: string,
  brought: readonly (Readonly<Record<string, T>> | undefined)[],
): Readonly<Record<string, T>> {
  const all = new Map<string, T>();
  for (const one of brought)
    for (const [key, value] of Object.entries(one ?? {})) {
      if (all.has(key)) throw new Error(`two ${bringers} both have ${key}`);
      all.set(key, value);
    }
  return Object.fromEntries(all);
}
