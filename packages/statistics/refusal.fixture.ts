import { StatisticsError } from './result.ts';

/** The code with which something is refused; undefined when it is not. */
export function refusal(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof StatisticsError) return error.code;
    throw error;
  }
  return undefined;
}
