import type { Day } from '#packages/kernel';
import type { VisitPair, VisitState } from './records.ts';

type Visits = Pick<VisitState, 'visitPair'>;

/** No day at all comes after every day. */
const LATER_THAN_ALL = '9999';
const moment = (visit: VisitPair): string => `${visit.day ?? LATER_THAN_ALL} ${visit.startsAt ?? ''}`;

const standing = (state: Visits): VisitPair[] =>
  state.visitPair.all().filter((visit) => visit.removedAt === null);

/** Everybody in the visit: who looks, who looks along, whose lesson it is. */
export const peopleIn = (visit: VisitPair): string[] =>
  [visit.visitorId, visit.alsoVisitorId, visit.visitedId].filter((id) => id !== null);

/** V3: agreed and not yet taken place: soonest first, without a date last. */
export const openVisits = (state: Visits): VisitPair[] =>
  standing(state)
    .filter((visit) => visit.tookPlaceOn === null)
    .sort((a, b) => moment(a).localeCompare(moment(b)) || a.id.localeCompare(b.id));

/** What somebody still has to do or to receive. */
export const upcomingVisits = (state: Visits, memberId: string): VisitPair[] =>
  openVisits(state).filter((visit) => peopleIn(visit).includes(memberId));

/** V3: "did it take place?": its day is over and nobody said so yet. */
export const visitsToAskAbout = (state: Visits, today: Day): VisitPair[] =>
  openVisits(state).filter((visit) => visit.day !== null && visit.day < today);

/** V4: what took place on `day` or after, the latest first. */
export const visitsSince = (state: Visits, day: Day): VisitPair[] =>
  standing(state)
    .filter((visit) => visit.tookPlaceOn !== null && visit.tookPlaceOn >= day)
    .sort((a, b) => (b.tookPlaceOn ?? '').localeCompare(a.tookPlaceOn ?? '') || b.id.localeCompare(a.id));

/** V4: how many visits somebody did and received together since `day`: the norm is 2 in four weeks (method 1.3). */
export const visitCount = (state: Visits, memberId: string, since: Day): number =>
  visitsSince(state, since).filter((visit) => peopleIn(visit).includes(memberId)).length;
