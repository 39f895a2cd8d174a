import { createContext, type ReactNode, useContext } from 'react';
import { merged } from '#packages/kernel';
import type { Finds } from '#packages/search';
import type { Said } from '../said.ts';
import type { CardFace, PartFace, SaidByKey, WebFace } from './face.ts';
import type { PageFace } from './page.ts';

/** What all features show, put together. */
export type Faces = {
  readonly pages: readonly PageFace[];
  readonly besideTeamPages: readonly CardFace[];
  readonly parts: Readonly<Record<string, PartFace>>;
  readonly todayCards: readonly CardFace[];
  readonly dayCards: readonly CardFace<{ memberId: string }>[];
  readonly things: SaidByKey;
  readonly deeds: () => Promise<SaidByKey>;
  readonly finds: () => Promise<readonly Finds[]>;
};

const byOrder = (a: { order: number }, b: { order: number }): number => a.order - b.order;

const together = (said: readonly (SaidByKey | undefined)[]): SaidByKey => ({
  nl: merged(
    'features',
    said.map((one) => one?.nl),
  ),
  en: merged(
    'features',
    said.map((one) => one?.en),
  ),
});

export const facesOf = (faces: readonly WebFace[]): Faces => ({
  pages: faces.flatMap(({ pages }) => pages ?? []),
  besideTeamPages: faces.flatMap(({ besideTeamPages }) => besideTeamPages ?? []).toSorted(byOrder),
  parts: merged(
    'features',
    faces.map(({ parts }) => parts),
  ),
  todayCards: faces.flatMap(({ todayCards }) => todayCards ?? []).toSorted(byOrder),
  dayCards: faces.flatMap(({ dayCards }) => dayCards ?? []).toSorted(byOrder),
  things: together(faces.map(({ things }) => things)),
  deeds: async () => together(await Promise.all(faces.map(({ deeds }) => deeds?.()))),
  finds: async () => (await Promise.all(faces.map(({ finds }) => finds?.() ?? []))).flat(),
});

const FacesContext = createContext<Faces | null>(null);

export function FacesProvider({ faces, children }: { faces: Faces; children: ReactNode }) {
  return <FacesContext value={faces}>{children}</FacesContext>;
}

export function useFaces(): Faces {
  const faces = useContext(FacesContext);
  if (!faces) throw new Error('useFaces needs a FacesProvider above it');
  return faces;
}

const NAMELESS: Said = { nl: '', en: '' };

/** The face of a part of the board; a part that no feature shows has none and is passed over. */
export function usePartFaces(): {
  readonly faceOf: (part: string) => PartFace | undefined;
  readonly titleOf: (part: string) => Said;
} {
  const { parts } = useFaces();
  return { faceOf: (part) => parts[part], titleOf: (part) => parts[part]?.title ?? NAMELESS };
}
