export { type Cast, type DemonstrationSchool, deLinde, deRegenboog, startsAt } from './cast.ts';
export { openSchool } from './open-school.ts';
