import { goalRefusals } from '#features/goals/domain';
import { peopleRefusals } from '#features/people/domain';
import { rhythmRefusals } from '#features/rhythm/domain';
import { themeRefusals } from '#features/themes/domain';
import { visitRefusals } from '#features/visits/domain';
import { generalRefusals, type Refusal, type RefusalTexts } from '#packages/kernel';
import { boardRefusals } from './refusals.ts';

/** Everything that the product can say no to, in both languages (docs/errors/). */
export const refusalTexts: RefusalTexts = {
  ...generalRefusals,
  ...peopleRefusals,
  ...themeRefusals,
  ...rhythmRefusals,
  ...goalRefusals,
  ...visitRefusals,
  ...boardRefusals,
};

/** What a person reads when something was refused. A code of a newer server gets the general text. */
export function refusalText(refusal: Refusal, language: 'nl' | 'en'): string {
  const texts = refusalTexts[refusal.refused] ?? generalRefusals['unknown-command'];
  return texts[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(refusal.detail?.[name] ?? whole),
  );
}
