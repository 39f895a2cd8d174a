import type { BoardPart, PartPlace } from '#features/board/domain';

/** Which step of the session walks a part; visits share the fifth step with the programme. */
const stepOf: Readonly<Partial<Record<BoardPart, number>>> = {
  'check-in': 1,
  successes: 2,
  goals: 3,
  actions: 4,
  programme: 5,
};

/** The number before a part's name: its step. Visits bear the 5 only where the programme is out of sight. */
export function numberOf(part: BoardPart, parts: readonly PartPlace[]): number | null {
  const programmeHidden = parts.some((place) => place.part === 'programme' && place.hidden);
  if (part === 'visits') return programmeHidden ? 5 : null;
  return stepOf[part] ?? null;
}

/** The parts that are shown, per column, in the team's order; a column without parts is left out. */
export function columnsOf(parts: readonly PartPlace[]): PartPlace[][] {
  return [1, 2, 3]
    .map((column) => parts.filter((place) => place.column === column && !place.hidden))
    .filter((column) => column.length > 0);
}

/** How much width a part asks for, in shares: a chart needs room, a note does not. */
const share: Readonly<Record<BoardPart, number>> = {
  'check-in': 1,
  successes: 1,
  parking: 1,
  inspiration: 1.25,
  visits: 1.25,
  programme: 1.35,
  actions: 1.5,
  goals: 2.1,
};

/** Width of each column in shares: that of its most demanding part. */
export const columnShares = (columns: readonly (readonly PartPlace[])[]): number[] =>
  columns.map((column) => Math.max(...column.map((place) => share[place.part])));

/** The column that a narrower screen puts on top, over the whole width; the first of the widest. */
export function widestColumn(shares: readonly number[]): number {
  return shares.indexOf(Math.max(...shares));
}

export type GivingWay = { readonly shrink: number; readonly least: number };

/**
 * What each part gives up on the wall when its column is full. Who is here and what happens today stays; older
 * notes, the inspiration side and actions further away can be scrolled to; goals give way last.
 */
const givingWay: Readonly<Record<BoardPart, GivingWay>> = {
  'check-in': { shrink: 0, least: 5 },
  successes: { shrink: 3, least: 7 },
  goals: { shrink: 0.01, least: 12 },
  actions: { shrink: 2, least: 8 },
  programme: { shrink: 0.5, least: 8 },
  visits: { shrink: 2, least: 5 },
  parking: { shrink: 2, least: 4 },
  inspiration: { shrink: 4, least: 5 },
};

/** How a part behaves in a full column; `least` in lines of text. */
export const givesWay = (part: BoardPart): GivingWay => givingWay[part];

/** What asks for somebody's own attention today. */
export type ForMe = {
  readonly sessionToday: boolean;
  readonly myOverdue: number;
  readonly myOpen: number;
  readonly myVisits: number;
  readonly goalsToMeasure: number;
};

/**
 * The order on a phone, in one column: what somebody has to do comes first (late actions, then today's programme,
 * own actions, own visits, what the team has to do, goals that ask for attention); the rest follows in standard order.
 */
export function phoneOrder(parts: readonly PartPlace[], forMe: ForMe): PartPlace[] {
  const urgent: BoardPart[] = [];
  const first = (part: BoardPart, asks: boolean) => {
    if (asks && !urgent.includes(part)) urgent.push(part);
  };
  first('actions', forMe.myOverdue > 0);
  first('programme', forMe.sessionToday);
  first('actions', forMe.myOpen > 0);
  first('visits', forMe.myVisits > 0);
  // A list is read at a glance; charts of goals fill a phone.
  first('actions', true);
  first('goals', forMe.goalsToMeasure > 0);
  const rest: readonly BoardPart[] = [
    'goals',
    'programme',
    'successes',
    'visits',
    'check-in',
    'parking',
    'inspiration',
  ];
  const order = [...urgent, ...rest.filter((part) => !urgent.includes(part))];
  return order.flatMap((part) => parts.filter((place) => place.part === part && !place.hidden));
}
