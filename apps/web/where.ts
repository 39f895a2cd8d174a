import { matchRoute, type Parser } from 'wouter';
import type { Said } from '#packages/feature';
import { type Address, address, type Door, type DoorName, doors, type PageFace } from '#packages/feature/web';

export type WayIn = Door & { readonly name: DoorName; readonly href: string; readonly isHere: boolean };
export type Way = { readonly title: Said; readonly href: string; readonly path: string };

/** What there is to open for somebody: the team they are with, and the schools in which they may do something. */
export type Reach = {
  readonly team: string | null;
  readonly schoolWhere: (capability: string) => string | null;
};

/** Of a page, what the frame has to know. */
export type Framed = Pick<PageFace, 'path' | 'place'>;

/** The page at an address, with what stands in its path. */
export function pageAt<Page extends Framed>(pages: readonly Page[], here: string, parser: Parser) {
  for (const page of pages) {
    const [isIt, found] = matchRoute(parser, page.path, here);
    if (isIt) return { page, params: found as Readonly<Record<string, string | undefined>> };
  }
  return null;
}

/** The pages with a tab behind one door, the first of them where the door leads. */
export function waysBehind(door: DoorName, pages: readonly Framed[], reach: Reach): readonly Way[] {
  return pages
    .flatMap(({ path, place }) => {
      const tab = place?.door === door ? place.tab : undefined;
      if (!tab) return [];
      const school = tab.needs === undefined ? null : reach.schoolWhere(tab.needs);
      const to = wayTo(path, { team: reach.team, school });
      return to === null ? [] : [{ order: tab.order, title: tab.title, href: to, path }];
    })
    .toSorted((a, b) => a.order - b.order);
}

/** Null where somebody has nothing that could stand in the path. */
function wayTo(path: string, known: Readonly<Record<string, string | null>>): string | null {
  const filled: Record<string, string> = {};
  for (const [, name = ''] of path.matchAll(/:(\w+)/g)) {
    const value = known[name] ?? null;
    if (value === null) return null;
    filled[name] = value;
  }
  return (address(path) as Address<'/:any'>).to(filled as { any: string });
}

/** The doors that lead somewhere, for this person. */
export function doorsOf(pages: readonly Framed[], reach: Reach, here: DoorName | null): readonly WayIn[] {
  return doors.flatMap((door) => {
    const [first] = waysBehind(door.name, pages, reach);
    return first ? [{ ...door, href: first.href, isHere: door.name === here }] : [];
  });
}

/** Another team at the same place; from a page of no team, or of one thing of a team, its board. */
export const otherTeamAt = (
  team: string,
  path: string,
  pages: readonly Framed[],
  reach: Reach,
): string | undefined =>
  (path.includes(':team') ? wayTo(path, { team }) : null) ??
  waysBehind('board', pages, { ...reach, team })[0]?.href;
