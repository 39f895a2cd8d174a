export async function until(isSo: () => boolean, what: string, patience = 2000): Promise<void> {
  for (const start = Date.now(); !isSo(); ) {
    if (Date.now() - start > patience) throw new Error(`not within ${patience} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** 'still open' when it does not come in time. */
export const soon = <T>(promise: Promise<T>, patience = 1500): Promise<T | 'still open'> =>
  Promise.race([
    promise,
    new Promise<'still open'>((resolve) => setTimeout(() => resolve('still open'), patience).unref()),
  ]);
