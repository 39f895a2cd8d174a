import type { TestFace } from '#packages/feature/testing';
import { features } from '../apps/features.ts';

/** What each listed feature gives to the tests that go over all of them. */
export const testFaces: readonly TestFace[] = await Promise.all(features.map(({ name }) => faceOf(name)));

async function faceOf(name: string): Promise<TestFace> {
  const { testFace } = (await import(`#features/${name}/testing`)) as { testFace?: TestFace };
  if (!testFace) throw new Error(`features/${name}/testing/index.ts exports no testFace`);
  return testFace;
}
