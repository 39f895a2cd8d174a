import { type BoardSession, sessionAgenda } from '#features/board/domain';
import { useBoard } from '../../use-board.ts';
import { NextTime } from './next-time.tsx';
import { ParkedToday } from './parked-today.tsx';
import { ProgrammeToday } from './programme-today.tsx';
import styles from './today.module.css';
import { VisitsToday } from './visits-today.tsx';

/** What is left: did the visits take place, what happens now, what was parked, and who leads next time. */
export function TodayStep({ session }: { session: BoardSession }) {
  const { state, today } = useBoard();
  const { programme, visits, parked } = sessionAgenda(state, session, today);
  return (
    <div className={styles.today}>
      <VisitsToday toAsk={visits.toAskAbout} toCome={visits.toCome} />
      <ProgrammeToday lines={programme} />
      <ParkedToday topics={parked} />
      <NextTime session={session} />
    </div>
  );
}
