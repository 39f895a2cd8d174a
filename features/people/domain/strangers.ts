import { type Refusal, refuse } from '#packages/kernel';
import { type PeopleState, takesPart } from './records.ts';

/**
 * P5: whoever is named on the board is in the team now, or a guest; a colleague who left may stay where the name already stood.
 * Gives the refusal, or null when all is well.
 */
export function strangers(
  state: PeopleState,
  named: readonly (string | null)[],
  before: readonly (string | null)[] = [],
): Refusal | null {
  const stranger = named.some((id) => id !== null && !before.includes(id) && !takesPart(state, id));
  return stranger ? refuse('people.member-gone') : null;
}
