import * as listed from '#features';
import { rightsOf } from '#features/people/domain';
import { generalRefusals, merged, type RefusalTexts, refusalTextOf } from '#packages/kernel';
import { assemble } from '#packages/sync';

/** What all features say together, for the server and for the screen. */
export const features = Object.values(listed);

/** All kinds of stream, with what each feature puts into them. */
export const definitions = assemble(
  features.flatMap((one) => ('streams' in one ? one.streams : [])),
  features.flatMap(({ parts }) => [...parts]),
);

/** Who may do what. */
export const rights = rightsOf(features.map(({ access }) => access));

/** Everything that the product can say no to, in both languages. */
export const refusalTexts: RefusalTexts = merged<RefusalTexts[string]>('features', [
  generalRefusals,
  ...features.map(({ refusals }) => refusals),
]);

/** What a person reads when something was refused. */
export const refusalText = refusalTextOf(refusalTexts);
