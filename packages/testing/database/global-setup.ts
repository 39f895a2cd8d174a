import type { TestProject } from 'vitest/node';
import { startTestServer } from './server.ts';

/**
 * For Vitest: one throw-away server for the whole run; every test that asks gets a database of its own on it, with the
 * tables of these folders of migrations.
 */
export const databaseWith =
  (migrations: readonly string[]) =>
  async (project: TestProject): Promise<() => Promise<void>> => {
    const server = await startTestServer(migrations);
    project.provide('testServer', { ownerUrl: server.ownerUrl, appUrl: server.appUrl });
    return server.stop;
  };

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { ownerUrl: string; appUrl: string };
  }
}
