import type { Role, TeamKind } from '#features/people/domain';
import type { Messages } from '#packages/i18n';

/** What roles and kinds of team are called, on every page that names them. */
const nl = {
  role: {
    'school-leader': 'schoolleider',
    'school-coach': 'schoolcoach',
    'lead-team-member': 'lid van het kernteam',
    'care-coordinator': 'intern begeleider',
    'expert-teacher': 'expertleraar',
    'expert-coach': 'expertcoach',
    'change-coach': 'verandercoach',
    'governing-body': 'lid van het bestuur',
    foundation: 'medewerker van de stichting',
    researcher: 'onderzoeker',
  } satisfies Record<Role, string>,
  kind: {
    teachers: 'lerarenteam',
    lead: 'kernteam',
    management: 'managementteam',
    preparation: 'voorbereidingsteam',
  } satisfies Record<TeamKind, string>,
  teacher: 'leraar',
  /** Somebody who was erased. */
  erased: 'een oud-collega',
};

const en = {
  role: {
    'school-leader': 'school leader',
    'school-coach': 'school coach',
    'lead-team-member': 'lead-team member',
    'care-coordinator': 'care coordinator',
    'expert-teacher': 'expert teacher',
    'expert-coach': 'expert coach',
    'change-coach': 'change coach',
    'governing-body': 'member of the governing body',
    foundation: 'foundation staff',
    researcher: 'researcher',
  },
  kind: {
    teachers: 'teacher team',
    lead: 'lead team',
    management: 'management team',
    preparation: 'preparation team',
  },
  teacher: 'teacher',
  erased: 'a former colleague',
} satisfies Messages<typeof nl>;

export const words = { nl, en };
