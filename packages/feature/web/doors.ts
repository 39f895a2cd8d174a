import type { IconName } from '#packages/ui';
import type { Said } from '../said.ts';

/** The doors of the frame, in their order: named after what people are doing, not after features. A door without a page does not show. */
export const doors = [
  { name: 'today', title: { nl: 'Vandaag', en: 'Today' }, icon: 'sun' },
  { name: 'board', title: { nl: 'Bord', en: 'Board' }, icon: 'wall' },
  { name: 'year', title: { nl: 'Jaar', en: 'Year' }, icon: 'calendar' },
  { name: 'school', title: { nl: 'School', en: 'School' }, icon: 'people' },
] as const satisfies readonly Door[];

export type Door = { readonly name: string; readonly title: Said; readonly icon: IconName };
export type DoorName = (typeof doors)[number]['name'];

/** What fits beside each other on the narrowest phone, and is taken in at a glance. */
export const MOST_DOORS = 6;
export const MOST_TABS = 4;

/** Where a page stands: behind a door, and with a tab if it is led to from every other page there. */
export type Place = {
  readonly door: DoorName;
  readonly tab?: {
    /** The lower, the earlier; the first that somebody may open is where the door leads. */
    readonly order: number;
    readonly title: Said;
    /** What one must be allowed to do with the school in its path. */
    readonly needs?: string;
  };
};
