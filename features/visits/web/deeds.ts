import type { visitsPart } from '#features/visits/domain';
import type { SaidByKey } from '#packages/feature/web';

type Told = keyof (typeof visitsPart)['commands'];

const nl: Record<Told, string> = {
  'visitPair.plan': 'heeft een lesbezoek gepland',
  'visitPair.edit': 'heeft een lesbezoek aangepast',
  'visitPair.tookPlace': 'heeft genoteerd dat een lesbezoek er was',
  'visitPair.notYet': 'heeft genoteerd dat een lesbezoek er nog niet was',
  'visitPair.remove': 'heeft een lesbezoek weggehaald',
  'visitPair.restore': 'heeft een lesbezoek teruggezet',
};

const en: Record<Told, string> = {
  'visitPair.plan': 'planned a lesson visit',
  'visitPair.edit': 'changed a lesson visit',
  'visitPair.tookPlace': 'noted that a lesson visit took place',
  'visitPair.notYet': 'noted that a lesson visit is still to come',
  'visitPair.remove': 'removed a lesson visit',
  'visitPair.restore': 'put a lesson visit back',
};

/** What somebody did, after their name. */
export const deeds: SaidByKey = { nl, en };
