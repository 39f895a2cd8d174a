import type { TestProject } from 'vitest/node';
import { startTestServer } from './server.ts';

/** For Vitest: one throw-away server for the whole run; every test that asks gets a database of its own on it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  project.provide('testServer', { ownerUrl: server.ownerUrl, appUrl: server.appUrl });
  return server.stop;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { ownerUrl: string; appUrl: string };
  }
}
