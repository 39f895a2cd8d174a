import type { ParkedTopic, Success } from './records.ts';
import type { BoardState } from './state.ts';

const byMoment = (a: { addedAt: string; id: string }, b: { addedAt: string; id: string }): number =>
  a.addedAt.localeCompare(b.addedAt) || a.id.localeCompare(b.id);

/** What hangs under successes, the latest first. `since` (an instant) leaves older ones out. */
export const successesOf = (state: Pick<BoardState, 'success'>, since: string | null = null): Success[] =>
  state.success
    .all()
    .filter((success) => success.removedAt === null && (since === null || success.addedAt >= since))
    .sort((a, b) => byMoment(b, a));

const topics = (state: Pick<BoardState, 'parkedTopic'>): ParkedTopic[] =>
  state.parkedTopic.all().filter((topic) => topic.removedAt === null);

/** What waits on the parking lot, the oldest first. */
export const parkedTopics = (state: Pick<BoardState, 'parkedTopic'>): ParkedTopic[] =>
  topics(state)
    .filter((topic) => topic.settledAt === null)
    .sort(byMoment);

/** What was settled, the latest first. */
export const settledTopics = (state: Pick<BoardState, 'parkedTopic'>): ParkedTopic[] =>
  topics(state)
    .filter((topic) => topic.settledAt !== null)
    .sort((a, b) => (b.settledAt ?? '').localeCompare(a.settledAt ?? '') || b.id.localeCompare(a.id));
