import { useCallback, useEffect, useRef, useState } from 'react';
import { type Goal, type Measurement, measurementOf } from '#features/goals/domain';
import { useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { useGoals } from '../use-goals.ts';
import { goalMessages } from './goal-messages.ts';

/** Long enough for a second tap (the half), or for the arrow keys to walk along the scale. */
const SETTLE_MS = 700;

type Before = Measurement | null | 'unchanged';

/**
 * Setting the mark of one period. What is chosen shows at once and is kept when it has stood still for a moment,
 * so that walking along the scale is one change and one way back.
 */
export function useMeasuring(goal: Goal, period: number) {
  const { state, memberId, send } = useGoals();
  const { did } = useMessages(goalMessages);
  const kept = measurementOf(state, goal.id, period);
  const [chosen, setChosen] = useState<number | null>(null);
  /** What stood there before this screen changed it. */
  const [before, setBefore] = useState<Before>('unchanged');
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; keep: () => void } | null>(null);

  /** Without a word: the way back stands beside the scale, as long as this screen is open. */
  const keep = (value: number, note: string | null, done?: string) =>
    send(
      'goal.measure',
      { id: newId(), goalId: goal.id, period, value, measuredOn: null, byMemberId: memberId, note },
      done,
    );

  const choose = (value: number) => {
    setChosen(value);
    if (before === 'unchanged') setBefore(kept);
    if (waiting.current) clearTimeout(waiting.current.timer);
    const keepChosen = () => {
      waiting.current = null;
      const isSame = value === kept?.value;
      void (isSame ? Promise.resolve(true) : keep(value, kept?.note ?? null)).then(() => setChosen(null));
    };
    waiting.current = { timer: setTimeout(keepChosen, SETTLE_MS), keep: keepChosen };
  };

  const putBack = () => {
    if (before === 'unchanged') return;
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    setChosen(null);
    setBefore('unchanged');
    if (before !== null) {
      const { removedAt: _, ...measured } = before;
      void send('goal.measure', measured);
    } else if (kept) void send('goal.unmeasure', { measurementId: kept.id });
  };

  /** Keeps at once what still waits: the person goes on to something else. */
  const settle = useCallback(() => {
    const { current } = waiting;
    if (!current) return;
    clearTimeout(current.timer);
    current.keep();
  }, []);
  useEffect(() => settle, [settle]);

  return {
    value: chosen ?? kept?.value ?? null,
    note: kept?.note ?? '',
    choose,
    settle,
    before,
    putBack,
    keepNote: async (note: string): Promise<boolean> => {
      const value = chosen ?? kept?.value;
      if (value === undefined) return false;
      settle();
      return keep(value, note.trim() === '' ? null : note.trim(), did.noted);
    },
  };
}
