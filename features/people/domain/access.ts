import { above, beside, type Capabilities, leadTeamsWithin, own, ownWhereOpen, within } from './rights.ts';

/** P6: who may do what with teams and schools, their people and their look. */
export const peopleAccess = {
  /** Open the team: see what its stream holds, and follow it live. */
  'team.read': {
    of: 'team',
    outlives: true,
    may: [
      ...own('member', 'display', 'school-coach'),
      // For the rhythm of all teams.
      ...beside('school-coach'),
      ...within('school-leader', 'lead-team-member', 'care-coordinator'),
      ...leadTeamsWithin('expert-coach', 'change-coach'),
    ],
  },
  /** Read in it what is for the team, its coach and its screens. */
  'team.inside': { of: 'team', outlives: true, may: own('member', 'display', 'school-coach') },
  /** P17: join the team's sessions without being of the team. */
  'team.join': {
    of: 'team',
    may: [
      ...own('school-coach'),
      ...within('school-leader', 'care-coordinator'),
      ...leadTeamsWithin('expert-coach', 'change-coach'),
    ],
  },
  /** See who is in the team, with their addresses, and its board displays. */
  'team.people': {
    of: 'team',
    outlives: true,
    once: true,
    may: [...own('member', 'school-coach'), ...within('school-leader')],
  },
  /** P3: settle who is in the team: invite, take out, hand out the team code. */
  'team.manage': {
    of: 'team',
    once: true,
    may: [...own('school-coach'), ...ownWhereOpen('member'), ...within('school-leader')],
  },
  /** Pair and un-pair a board display. */
  'team.screens': {
    of: 'team',
    outlives: true,
    once: true,
    may: [...own('member', 'school-coach'), ...within('school-leader')],
  },
  /** The team's name and colour, and its second board (P19). */
  'team.describe': { of: 'team', once: true, may: own('member', 'school-coach') },
  /** P20: what a preparation team prepares, and until when. */
  'team.theme': { of: 'team', outlives: true, once: true, may: within('school-leader') },
  /** Note working days and absence, of oneself or a colleague. */
  'team.note': { of: 'team', once: true, may: own('member', 'display', 'school-coach') },
  /** Leave the team oneself. */
  'team.leave': { of: 'team', outlives: true, once: true, may: own('member', 'guest') },

  /** See what the whole school shares, and follow it: whoever works in it, coaches it, or joins sessions in it; its screens too. */
  'school.read': {
    of: 'school',
    may: [
      ...above('member', 'display', 'school-coach'),
      ...within('school-leader', 'lead-team-member', 'care-coordinator', 'expert-coach', 'change-coach'),
    ],
  },
  /** See which teams there are. */
  'school.teams': {
    of: 'school',
    may: [
      ...above('member', 'school-coach'),
      ...within(
        'school-leader',
        'lead-team-member',
        'care-coordinator',
        'expert-teacher',
        'expert-coach',
        'change-coach',
      ),
    ],
  },
  /** Make teams, give roles, and settle what the school leaves to its teams. */
  'school.manage': { of: 'school', may: within('school-leader') },
} as const satisfies Capabilities;
