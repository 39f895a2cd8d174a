/** Does something again and again, never twice at once; a fault is told and does not end it. */
export function every(
  ms: number,
  work: () => Promise<unknown>,
  onFault: (fault: unknown) => void,
): { stop: () => void; finished: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    running = work()
      .then(() => {}, onFault)
      .finally(() => {
        isBusy = false;
      });
  }, ms);
  return { stop: () => clearInterval(timer), finished: () => running };
}
