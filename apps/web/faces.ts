import { facesOf, type WebFace } from '#packages/feature/web';
import { features } from '../features.ts';

/** By their folders, for a line in features/index.ts is all that a feature is listed by. */
const found = import.meta.glob<WebFace>('../../features/*/web/face.tsx', { eager: true, import: 'face' });

const listed = features.flatMap(({ name }) => found[`../../features/${name}/web/face.tsx`] ?? []);

/** What each listed feature shows. */
export const faces = facesOf(listed);
