/** The first of each kind, in the order that they come in. */
export function firstOfEach<T>(all: readonly T[], kindOf: (one: T) => string): readonly T[] {
  const kinds = new Map<string, T>();
  for (const one of all) if (!kinds.has(kindOf(one))) kinds.set(kindOf(one), one);
  return [...kinds.values()];
}

/** Ten of them, or as many as there are, as far from each other as can be. */
export function spread<T>(all: readonly T[], most = 10): readonly T[] {
  const count = Math.min(most, all.length);
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)] as T);
}
