import type { Member } from '#features/people/domain';
import type { Day } from '#packages/kernel';

export const schoolDays = [1, 2, 3, 4, 5] as const;
export type SchoolDay = (typeof schoolDays)[number];

/** The school days on which somebody works. */
export const workDaysOf = (member: Pick<Member, 'workDays'>): SchoolDay[] =>
  schoolDays.filter((day) => member.workDays.includes(day));

/** An absence holds up to and including its last day. */
export const isAwayOn = (member: Pick<Member, 'awayUntil'>, today: Day): boolean =>
  member.awayUntil !== null && today <= member.awayUntil;
