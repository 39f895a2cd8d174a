/** One line per step: a check mark with the seconds it took, and a sign of life while it takes long. */
export async function step<T>(
  title: string,
  work: () => Promise<T> | T,
  mark: (outcome: T) => string = () => '✓',
): Promise<T> {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  const signOfLife = setInterval(
    () => console.log(`  … ${title} (${Math.round(Number(seconds()))} s)`),
    10_000,
  );
  signOfLife.unref();
  try {
    const outcome = await work();
    console.log(`  ${mark(outcome)} ${title} (${seconds()} s)`);
    return outcome;
  } catch (error) {
    console.log(`  ✗ ${title} (${seconds()} s)`);
    throw error;
  } finally {
    clearInterval(signOfLife);
  }
}

export function say(line: string): void {
  console.log(`  · ${line}`);
}
