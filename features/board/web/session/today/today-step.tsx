import { type BoardSession, sessionAgenda } from '#features/board/domain';
import { useFaces } from '#packages/feature/web';
import { useBoard } from '../../use-board.ts';
import { NextTime } from './next-time.tsx';
import { ParkedToday } from './parked-today.tsx';
import { ProgrammeToday } from './programme-today.tsx';
import styles from './today.module.css';

/** What is left: what other features ask about now (did the visits take place?), what happens next, what was parked, and who leads next time. */
export function TodayStep({ session }: { session: BoardSession }) {
  const { state, today } = useBoard();
  const { todayCards } = useFaces();
  const { programme, parked } = sessionAgenda(state, session, today);
  return (
    <div className={styles.today} data-asks={todayCards.length > 0 ? '' : undefined}>
      {todayCards.length > 0 && (
        <div className={styles.asks}>
          {todayCards.map(({ order, Card }) => (
            <Card key={order} />
          ))}
        </div>
      )}
      <ProgrammeToday lines={programme} />
      <ParkedToday topics={parked} />
      <NextTime session={session} />
    </div>
  );
}
