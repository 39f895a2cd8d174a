import { newTeam } from '#features/people/domain';
import { dayIn, isRefusal, type Refusal } from '#packages/kernel';
import {
  applyChanges,
  type Change,
  type CommandContext,
  emptyState,
  runCommand,
  runnableOf,
  undoOf,
} from '#packages/sync';
import { boardPart, type TeamCommandName, type TeamPayloads, type TeamState } from './part.ts';
import type { BoardSession } from './records.ts';
import type { BoardKind } from './standard-board.ts';
import { runningSession } from './state.ts';

/** A team that works at its board, for tests: commands run through the real stream, under a clock that the test sets. */

/** All that a team's board can hold and do. */
export const teamBoard = runnableOf(boardPart);

/** A board with nothing on it yet: the parts alone that features bring. */
export const bareBoard = emptyState(teamBoard) as TeamState;

/** Tuesday 24 November 2026, a quarter to four at school. */
const START = Date.parse('2026-11-24T14:45:00.000Z');

export const TODAY = '2026-11-24';

export const minutes = (count: number): number => count * 60_000;

/** The moment so many minutes after the start. */
export const atMinute = (count: number): string => new Date(START + minutes(count)).toISOString();

/** Ids that can be read in a failing test. */
export const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const TEAM = idOf(1);
export const YASMIN = idOf(11);
export const TOM = idOf(12);
export const SAM = idOf(13);
/** On Tuesdays not at school. */
export const LISE = idOf(14);
/** Left the team. */
export const RACHEL = idOf(15);
export const STRANGER = idOf(99);
export const SESSION = idOf(500);

const member = (id: string, name: string, workDays = [1, 2, 3, 4, 5]): Change => ({
  put: 'member',
  value: {
    id,
    personId: id.replace('-7000-', '-7001-'),
    place: 'member',
    name,
    initials: name.slice(0, 2).toUpperCase(),
    workDays,
    awayUntil: null,
    joinedOn: '2026-08-24',
    leftOn: id === RACHEL ? '2026-10-01' : null,
  },
});

/** At its improvement board, or at its second. */
const teamWith = (board: BoardKind) =>
  newTeam({
    id: TEAM,
    name: 'Bovenbouw',
    kind: board === 'organisational' ? 'teachers' : board,
    accent: 'teal',
    ...(board === 'organisational' ? { improvementBoardId: idOf(2) } : {}),
    ...(board === 'preparation' ? { theme: 'Begrijpend lezen', endsOn: '2026-12-18' } : {}),
  });

type Outcome = readonly Change[] | Refusal;

class TeamAtWork {
  state: TeamState;
  /** Who acts; null is a board display. */
  by: string | null = YASMIN;
  #nowMs = START;
  #commands = 0;

  constructor(board: BoardKind) {
    this.state = applyChanges(bareBoard, [
      { put: 'team', value: teamWith(board) },
      member(YASMIN, 'Yasmin'),
      member(TOM, 'Tom'),
      member(SAM, 'Sam'),
      member(LISE, 'Lise', [1, 4]),
      member(RACHEL, 'Rachel'),
    ]);
  }

  at(minute: number): this {
    return this.atMs(minutes(minute));
  }

  atMs(ms: number): this {
    this.#nowMs = START + ms;
    return this;
  }

  /** A new id for a record. */
  id(): string {
    this.#commands += 1;
    return idOf(1000 + this.#commands);
  }

  #context(): CommandContext {
    const now = new Date(this.#nowMs);
    return {
      stream: { kind: 'team', id: TEAM },
      memberId: this.by,
      now: now.toISOString(),
      today: dayIn(now),
    };
  }

  /** Whatever a command comes to; its changes are kept. */
  attempt(name: string, payload: unknown): Outcome {
    const outcome = runCommand(teamBoard, this.state, { name, payload }, this.#context());
    if (!isRefusal(outcome)) this.state = applyChanges(this.state, outcome);
    return outcome;
  }

  /** A command that has to be accepted. */
  do<Name extends TeamCommandName>(name: Name, payload: TeamPayloads[Name]): readonly Change[] {
    const outcome = this.attempt(name, payload);
    if (isRefusal(outcome)) throw new Error(`${name} was refused: ${JSON.stringify(outcome)}`);
    return outcome;
  }

  /** Does a command and takes it back. Gives the state before, between and after. */
  doAndUndo<Name extends TeamCommandName>(name: Name, payload: TeamPayloads[Name]) {
    const before = this.state;
    const context = this.#context();
    this.do(name, payload);
    const between = this.state;
    const call = undoOf(teamBoard, before, { name, payload }, context);
    if (call) this.do(call.name as TeamCommandName, call.payload as never);
    return { before, between, after: this.state, call };
  }

  /** Somebody comes to the board who is not of the team. @returns their place */
  joinIn(name: string, place: 'coach' | 'guest' = 'guest'): string {
    const id = this.id();
    this.do('member.join', { id, personId: this.id(), name, initials: name.slice(0, 2), place });
    return id;
  }

  startSession(leaderId = YASMIN): this {
    this.do('session.start', { id: SESSION, leaderId });
    return this;
  }

  session(): BoardSession | null {
    return runningSession(this.state);
  }

  lastSession(): BoardSession {
    const session = this.state.boardSession.get(SESSION);
    if (!session) throw new Error('There was no session');
    return session;
  }
}

export const teamAtWork = (board: BoardKind = 'teachers'): TeamAtWork => new TeamAtWork(board);
export const startedTeam = (): TeamAtWork => teamAtWork().startSession();
