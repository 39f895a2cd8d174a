import { type Day, dayIn } from '#packages/kernel';
import type { AnyState, Deed } from '#packages/sync';

export type DayOfDeeds = { readonly day: Day; readonly deeds: readonly Deed[] };

/** By day at school, the latest first; what there are no words for is not told. */
export function byDay(deeds: readonly Deed[], told: Readonly<Record<string, string>>): DayOfDeeds[] {
  const days = Map.groupBy(
    deeds.filter(({ name }) => Object.hasOwn(told, name)),
    ({ at }) => dayIn(new Date(at)),
  );
  return [...days].map(([day, deeds]) => ({ day, deeds }));
}

/** Whose deed it is: who comes in is named, whoever let them in. Null: nobody of the team. */
export const doerOf = ({ name, by, records }: Deed): string | null =>
  name === 'member.join' ? (records[0]?.id ?? by) : by;

/** Whether somebody went by themselves: taking somebody out of the team is the same command. */
export const isOwnLeave = ({ name, by, records }: Deed): boolean =>
  name === 'member.leave' && by !== null && records[0]?.id === by;

/** What it was about, in the words that stand on the board now; null when nothing of it is there any more. */
export function aboutWhat({ records }: Deed, state: AnyState): string | null {
  for (const { kind, id } of records) {
    const record = state[kind]?.get(id);
    const words = record && (record.text ?? record.subject ?? record.viewingQuestion);
    if (typeof words === 'string') return words;
  }
  return null;
}
