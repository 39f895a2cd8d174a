import type { peoplePart } from '#features/people/domain';
import type { SaidByKey } from '#packages/feature/web';

/** What was told at the team's other board changes nothing that hangs on this one. */
type Untold = 'team.mirror';
type Told = Exclude<keyof (typeof peoplePart)['commands'], Untold>;

const nl: Record<Told, string> = {
  'team.describe': 'heeft de naam of kleur van het team aangepast',
  'team.prepare': 'heeft het thema of de einddatum van het team aangepast',
  'team.secondBoard': 'heeft het organisatiebord geopend',
  'member.join': 'is in het team gekomen',
  'member.leave': 'heeft iemand uit het team gehaald',
  'member.describe': 'heeft iemands gegevens in het team aangepast',
};

const en: Record<Told, string> = {
  'team.describe': 'changed the name or colour of the team',
  'team.prepare': 'changed the theme or the last day of the team',
  'team.secondBoard': 'opened the organisational board',
  'member.join': 'came into the team',
  'member.leave': 'took somebody out of the team',
  'member.describe': 'changed somebody’s details in the team',
};

/** What somebody did, after their name. */
export const deeds: SaidByKey = { nl, en };
