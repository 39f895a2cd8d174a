import type { rhythmPart } from '#features/rhythm/domain';
import type { SaidByKey } from '#packages/feature/web';

type Told = keyof (typeof rhythmPart)['commands'];

const nl: Record<Told, string> = {
  'fixedMoment.set': 'heeft het vaste moment gekozen',
  'fixedMoment.clear': 'heeft het vaste moment weggehaald',
  'period.add': 'heeft een periode toegevoegd',
  'period.edit': 'heeft een periode aangepast',
  'period.remove': 'heeft een periode weggehaald',
  'period.restore': 'heeft een periode teruggezet',
  'plannedSession.add': 'heeft een bordsessie gepland',
  'plannedSession.edit': 'heeft een geplande bordsessie aangepast',
  'plannedSession.callOff': 'heeft een bordsessie afgelast',
  'plannedSession.goOn': 'heeft een bordsessie toch laten doorgaan',
  'plannedSession.remove': 'heeft een geplande bordsessie weggehaald',
  'plannedSession.restore': 'heeft een geplande bordsessie teruggezet',
  'programmeItem.add': 'heeft iets aan het programma toegevoegd',
  'programmeItem.edit': 'heeft iets in het programma aangepast',
  'programmeItem.move': 'heeft iets in het programma verplaatst',
  'programmeItem.remove': 'heeft iets uit het programma gehaald',
  'programmeItem.restore': 'heeft iets in het programma teruggezet',
  'rota.arrange': 'heeft de leidersrij aangepast',
  'rota.coachLeads': 'heeft de coach de leiding gegeven tot de overdracht',
  'rota.handOver': 'heeft de bordsessies aan het team overgedragen',
  'rota.coachAsItWas': 'heeft de overdracht van de bordsessies aangepast',
  'rota.skip': 'heeft iemand een beurt laten overslaan',
  'rota.unskip': 'heeft een overgeslagen beurt teruggegeven',
  'rota.swap': 'heeft twee beurten geruild',
  'rota.takeOver': 'heeft een beurt overgenomen',
  'rota.giveBack': 'heeft een beurt teruggegeven',
  'rota.exceptions': 'heeft uitzonderingen in de leidersrij aangepast',
};

const en: Record<Told, string> = {
  'fixedMoment.set': 'chose the regular time',
  'fixedMoment.clear': 'took away the regular time',
  'period.add': 'added a period',
  'period.edit': 'changed a period',
  'period.remove': 'removed a period',
  'period.restore': 'put a period back',
  'plannedSession.add': 'planned a board session',
  'plannedSession.edit': 'changed a planned board session',
  'plannedSession.callOff': 'called off a board session',
  'plannedSession.goOn': 'let a board session go on after all',
  'plannedSession.remove': 'removed a planned board session',
  'plannedSession.restore': 'put a planned board session back',
  'programmeItem.add': 'added something to the programme',
  'programmeItem.edit': 'changed something in the programme',
  'programmeItem.move': 'moved something in the programme',
  'programmeItem.remove': 'took something off the programme',
  'programmeItem.restore': 'put something back on the programme',
  'rota.arrange': 'changed the leader rota',
  'rota.coachLeads': 'let the coach lead until the hand-over',
  'rota.handOver': 'handed the board sessions over to the team',
  'rota.coachAsItWas': 'changed the hand-over of the board sessions',
  'rota.skip': 'let somebody skip a turn',
  'rota.unskip': 'gave a skipped turn back',
  'rota.swap': 'swapped two turns',
  'rota.takeOver': 'took over a turn',
  'rota.giveBack': 'gave a turn back',
  'rota.exceptions': 'changed exceptions in the leader rota',
};

/** What somebody did, after their name. */
export const deeds: SaidByKey = { nl, en };
