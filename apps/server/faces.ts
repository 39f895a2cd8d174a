import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { House } from '#features/people/server';
import type { ServerFace } from '#packages/feature/server';
import { features } from '../features.ts';

const folder = join(import.meta.dirname, '..', '..', 'features');

/** What each listed feature does on the server; many do nothing there beyond what is in their streams. */
export const faces: readonly ServerFace<House>[] = await Promise.all(
  features
    .map(({ name }) => name)
    .filter((name) => existsSync(join(folder, name, 'server/face.ts')))
    .map(faceOf),
);

async function faceOf(name: string): Promise<ServerFace<House>> {
  const { face } = (await import(`../../features/${name}/server/face.ts`)) as { face?: ServerFace<House> };
  if (!face) throw new Error(`features/${name}/server/face.ts exports no face`);
  return face;
}
