import { marksOf, type TeamPayloads, type TeamState } from '#features/board/domain';
import { leaderFor } from '#features/rhythm/domain';
import type { visitsPart } from '#features/visits/domain';
import { addDays, type Day, instantAt, isWorkday, newId, startOfWeek, weekday } from '#packages/kernel';
import type { PayloadsOfPart } from '#packages/sync';
import type { Streams } from '#packages/sync/server';

/** The clock of the story: the streams of the demonstration are written as if it were then. */
export class StoryClock {
  #ms = 0;
  readonly now = (): number => this.#ms;
  set(day: Day, time: string): void {
    this.#ms = instantAt(day, time).getTime();
  }
  /** Seconds. */
  pass(seconds: number): void {
    this.#ms += seconds * 1000;
  }
}

type Payloads = TeamPayloads & PayloadsOfPart<typeof visitsPart>;

type Parts = {
  readonly streams: Streams;
  readonly clock: StoryClock;
  readonly school: string;
  readonly team: string;
  readonly members: Readonly<Record<string, string>>;
  /** Who comes to the board without being of the team. */
  readonly beside: Readonly<Record<string, string>>;
  /** The day of this week's board session; the story counts in weeks before it. */
  readonly sessionDay: Day;
  readonly startsAt: string;
};

/** Tells what a team did at its board, week by week, through the same commands that the team itself would use. */
export class TeamStory {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get #place() {
    const { school, team } = this.#parts;
    return { ref: { kind: 'team', id: team }, school };
  }

  /** Id of somebody at the board by first name. */
  member(name: string): string {
    const id = this.#parts.members[name] ?? this.#parts.beside[name];
    if (!id) throw new Error(`${name} is not in this story`);
    return id;
  }

  /** A school day so many weeks before this week's session and so many days from there; a weekend gives way. */
  day(weeksAgo: number, days = 0): Day {
    let day = addDays(this.#parts.sessionDay, days - 7 * weeksAgo);
    while (!isWorkday(day)) day = addDays(day, days < 0 ? -1 : 1);
    return day;
  }

  get weekday(): number {
    return weekday(this.#parts.sessionDay);
  }

  get startsAt(): string {
    return this.#parts.startsAt;
  }

  /** Monday of the week so many weeks ago; a negative number is to come. */
  monday(weeksAgo: number): Day {
    return startOfWeek(this.day(weeksAgo));
  }

  sunday(weeksAgo: number): Day {
    return addDays(this.monday(weeksAgo), 6);
  }

  later(day: Day, time: string, minutes: number): void {
    this.#parts.clock.set(day, time);
    this.#parts.clock.pass(minutes * 60);
  }

  at(weeksAgo: number, days: number, time: string): void {
    this.#parts.clock.set(this.day(weeksAgo, days), time);
  }

  async state(): Promise<TeamState> {
    const snapshot = await this.#parts.streams.snapshot(this.#place);
    if (!snapshot) throw new Error('the team of this story is not there');
    return snapshot.state as TeamState;
  }

  /** One command by somebody (null: the board display). A refusal means that the story is wrong. */
  async do<Name extends keyof Payloads>(
    by: string | null,
    name: Name,
    payload: Payloads[Name],
  ): Promise<void> {
    const { streams, clock } = this.#parts;
    const message = { id: newId(clock.now()), name, payload };
    const result = await streams.run({
      ...this.#place,
      person: null,
      member: by === null ? null : this.member(by),
      message,
    });
    if ('refused' in result) throw new Error(`the story was refused at ${name}: ${JSON.stringify(result)}`);
    clock.pass(7);
  }

  async success(
    by: string,
    text: string,
    about: string | null = null,
    goalId: string | null = null,
  ): Promise<void> {
    await this.do(by, 'success.add', {
      id: newId(),
      text,
      byId: this.member(by),
      aboutId: about ? this.member(about) : null,
      goalId,
    });
  }

  async action(
    by: string,
    given: {
      text: string;
      who: string | null;
      due: Day | null;
      kind: 'classroom' | 'team';
      goalId: string | null;
    },
  ): Promise<string> {
    const id = newId();
    const { text, kind, due, goalId, who } = given;
    await this.do(by, 'action.add', {
      id,
      kind,
      text,
      ownerId: who ? this.member(who) : null,
      alsoIds: [],
      goalId,
      due,
    });
    return id;
  }

  async tick(by: string, actionId: string): Promise<void> {
    await this.do(by, 'action.tick', { actionId, doneAt: null });
  }

  async measure(
    by: string | null,
    goalId: string,
    period: number,
    value: number,
    note: string | null = null,
  ): Promise<void> {
    await this.do(by, 'goal.measure', {
      id: newId(),
      goalId,
      period,
      value,
      measuredOn: null,
      byMemberId: by === null ? null : this.member(by),
      note,
    });
  }

  /**
   * A whole board session, so many weeks ago: `during` is what happens in each step.
   * @param seconds spent in each of the five steps
   */
  async session(
    weeksAgo: number,
    seconds: readonly [number, number, number, number, number],
    during: readonly (Work | undefined)[] = [],
  ): Promise<void> {
    this.at(weeksAgo, 0, this.#parts.startsAt);
    const day = this.day(weeksAgo);
    const before = await this.state();
    const leaderId = leaderFor(before, day)?.memberId ?? Object.values(this.#parts.members)[0];
    if (!leaderId) throw new Error('nobody to lead');
    const sessionId = newId();
    await this.do(null, 'session.start', { id: sessionId, leaderId });
    const { moodScale } = before.board.get(this.#parts.team) ?? { moodScale: 'smileys' as const };
    const marks = marksOf[moodScale];
    for (const [index, memberId] of Object.values(this.#parts.members).entries()) {
      const isAbsent = (index + weeksAgo * 3) % 11 === 0;
      if (isAbsent) continue;
      const mark = marks[[1, 0, 1, 2, 1, 0, 3][(index * 2 + weeksAgo) % 7] ?? 1] ?? 'goed bezig';
      await this.do(null, 'checkIn.mark', { id: newId(), sessionId, memberId, mark, remark: null });
    }
    await this.do(null, 'session.reveal', { sessionId });
    for (const step of [1, 2, 3, 4, 5] as const) {
      const work = during[step - 1];
      if (work) await work();
      this.#parts.clock.pass(Math.max(10, (seconds[step - 1] ?? 60) - 30));
      if (step < 5) await this.do(null, 'session.next', { sessionId, from: step });
    }
    await this.do(null, 'session.close', { sessionId });
  }
}

type Work = () => Promise<void>;
