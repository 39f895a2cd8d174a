import type { TeamState } from '#features/board/domain';
import type { BusyTeam, BusyWeek } from '#packages/feature/testing';
import { addDays, type Day, dayIn, instantAt, isRefusal, newId } from '#packages/kernel';
import { applyChanges, emptyState, leaving, runCommand } from '#packages/sync';
import { definitions } from '../../apps/features.ts';
import { testFaces } from '../faces.ts';

const found = definitions.get('team');
if (!found) throw new Error('there is no team');
export const teamBoard = found;

const TEAM = '00000000-0000-7000-8000-000000000001';
const FIRST_TUESDAY: Day = '2026-08-25';
const MEMBERS = 8;
/** Board sessions in a school year. */
const SESSIONS = 40;

/**
 * A busy team's board at the end of so many school years: eight people who do every week what each listed feature says a busy
 * team does. Every evening what has had its time leaves, as on the server, unless `keepsAll`.
 */
export function boardAfter(schoolYears: number, { keepsAll = false } = {}): TeamState {
  let at = 0;
  let day = FIRST_TUESDAY;
  const members = Array.from({ length: MEMBERS }, () => newId());
  let state = applyChanges(emptyState(teamBoard), [
    { put: 'team', value: { id: TEAM, name: 'Bovenbouw', kind: 'teachers', accent: 'teal' } },
    ...members.map((id, index) => ({
      put: 'member',
      value: {
        id,
        personId: newId(),
        place: 'member',
        name: `Collega ${index} van der Linden`,
        initials: `C${index}`,
        workDays: [1, 2, 3, 4, 5],
        awayUntil: null,
        joinedOn: '2026-08-24',
        leftOn: null,
      },
    })),
  ]);
  const act = (name: string, payload: unknown): void => {
    at += 5000;
    const now = new Date(instantAt(day, '15:45').getTime() + at);
    const context = {
      stream: { kind: 'team', id: TEAM },
      memberId: members[0] ?? null,
      now: now.toISOString(),
      today: dayIn(now),
    };
    const outcome = runCommand(teamBoard, state, { name, payload }, context);
    if (isRefusal(outcome)) throw new Error(`${name} was refused on ${day}: ${JSON.stringify(outcome)}`);
    state = applyChanges(state, outcome);
  };
  const member = (index: number): string => members[index % MEMBERS] ?? '';
  const weeks: readonly BusyWeek[] = testFaces.flatMap((face) => face.weeks?.() ?? []);

  for (let week = 0; week < schoolYears * 52; week += 1, day = addDays(day, 7)) {
    if (week % 52 >= SESSIONS) continue;
    at = 0;
    for (const moment of ['before', 'opens', 'during', 'closes'] as const)
      for (const each of weeks) {
        const team: BusyTeam = { week, day, state, member, members, act };
        each[moment]?.(team as never);
      }
    if (!keepsAll) state = applyChanges(state, leaving(teamBoard, state, day));
  }
  return state as TeamState;
}

/** One more check-in on this board, as it comes down the log: what a tap costs everybody who follows. */
export const oneCheckIn = (state: TeamState) =>
  [
    {
      put: 'checkIn',
      value: {
        id: newId(),
        sessionId: state.boardSession.all()[0]?.id ?? newId(),
        memberId: state.member.all()[0]?.id ?? newId(),
        mark: 'good',
        remark: null,
        markedAt: '2028-05-30T13:45:00.000Z',
      },
    },
  ] as const;
