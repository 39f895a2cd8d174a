import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from '#packages/i18n';
import type { Refusal } from '#packages/kernel';

/** One page behind a door, as every other page there leads to it. */
export type Tab = { readonly title: string; readonly href: string; readonly isHere: boolean };

/** What pages of any feature have around them, and none of them knows by itself. */
export type Surroundings = {
  /** What a person reads when something was refused. */
  readonly refusalText: (refusal: Refusal, language: Language) => string;
  /** Where the overview is, or the front door. */
  readonly home: string;
  /** Whether somebody is signed in here: then home is their overview. */
  readonly isIn: boolean;
  /** How they are called, with the page about themselves; null for a screen and for nobody. */
  readonly account: { readonly name: string; readonly href: string } | null;
  /** The pages behind the door where this page is; empty where it is the only one. */
  readonly tabs: readonly Tab[];
};

const SurroundingsContext = createContext<Surroundings | null>(null);

export function SurroundingsProvider({ value, children }: { value: Surroundings; children: ReactNode }) {
  return <SurroundingsContext value={value}>{children}</SurroundingsContext>;
}

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) throw new Error('a page needs its SurroundingsProvider above it');
  return surroundings;
}
