/** Which number of a scale a key means: the figure itself, and 0 for ten; null for any other key. */
export function numberOfKey(key: string, numbers: readonly number[]): number | null {
  if (!/^\d$/.test(key)) return null;
  const number = key === '0' && !numbers.includes(0) ? 10 : Number(key);
  return numbers.includes(number) ? number : null;
}
