import type { goalsPart } from '#features/goals/domain';
import type { SaidByKey } from '#packages/feature/web';

type Told = keyof (typeof goalsPart)['commands'];

const nl: Record<Told, string> = {
  'goal.add': 'heeft een doel toegevoegd',
  'goal.edit': 'heeft een doel aangepast',
  'goal.close': 'heeft een doel afgerond',
  'goal.reopen': 'heeft een doel weer opgepakt',
  'goal.move': 'heeft een doel verplaatst',
  'goal.remove': 'heeft een doel weggehaald',
  'goal.restore': 'heeft een doel teruggezet',
  'goal.measure': 'heeft een meting genoteerd',
  'goal.unmeasure': 'heeft een meting weggehaald',
  'goal.remeasure': 'heeft een meting teruggezet',
  'action.add': 'heeft een actie toegevoegd',
  'action.addMany': 'heeft acties toegevoegd',
  'action.edit': 'heeft een actie aangepast',
  'action.postpone': 'heeft een actie uitgesteld',
  'action.tick': 'heeft een actie afgevinkt',
  'action.untick': 'heeft een actie weer opengezet',
  'action.remove': 'heeft een actie weggehaald',
  'action.restore': 'heeft een actie teruggezet',
};

const en: Record<Told, string> = {
  'goal.add': 'added a goal',
  'goal.edit': 'changed a goal',
  'goal.close': 'closed a goal',
  'goal.reopen': 'took up a goal again',
  'goal.move': 'moved a goal',
  'goal.remove': 'removed a goal',
  'goal.restore': 'put a goal back',
  'goal.measure': 'noted a measurement',
  'goal.unmeasure': 'removed a measurement',
  'goal.remeasure': 'put a measurement back',
  'action.add': 'added an action',
  'action.addMany': 'added actions',
  'action.edit': 'changed an action',
  'action.postpone': 'postponed an action',
  'action.tick': 'ticked off an action',
  'action.untick': 'opened an action again',
  'action.remove': 'removed an action',
  'action.restore': 'put an action back',
};

/** What somebody did, after their name. */
export const deeds: SaidByKey = { nl, en };
