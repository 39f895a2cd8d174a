import { createContext, type ReactNode, useCallback, useContext } from 'react';
import type { Rights, Thing } from '#features/people/domain';
import { useMe } from './me.tsx';

const RightsContext = createContext<Rights | null>(null);

/** The table of who may what, of all features (apps/features.ts). */
export function RightsProvider({ rights, children }: { rights: Rights; children: ReactNode }) {
  return <RightsContext.Provider value={rights}>{children}</RightsContext.Provider>;
}

/** Whether whoever is signed in here may do something with a thing. */
export function useMay(): (capability: string, thing: Thing) => boolean {
  const rights = useContext(RightsContext);
  if (!rights) throw new Error('useMay needs a RightsProvider above it');
  const { actor } = useMe();
  return useCallback((capability, thing) => rights.can(actor, capability, thing), [rights, actor]);
}
