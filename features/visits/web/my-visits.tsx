import { upcomingVisits } from '#features/visits/domain';
import { useMessages } from '#packages/i18n/react';
import { Card } from '#packages/ui';
import { useVisits } from './use-visits.ts';
import styles from './visit-cards.module.css';
import { useVisitTitle } from './visit-line.tsx';
import { messages } from './visit-messages.ts';
import { useVisitMoment } from './visit-moment.ts';

/** Somebody's own visits, given and received, on their day. */
export function MyVisits({ memberId }: { memberId: string }) {
  const { state } = useVisits();
  const say = useMessages(messages);
  const titleOf = useVisitTitle();
  const momentOf = useVisitMoment();
  const visits = upcomingVisits(state, memberId);
  return (
    <Card eyebrow={say.visits} aria-label={say.visits}>
      {visits.length === 0 && <p className={styles.quiet}>{say.noneOfMine}</p>}
      <ul className={styles.mine}>
        {visits.map((visit) => (
          <li key={visit.id}>
            <h2>{titleOf(visit)}</h2>
            <p className={styles.quiet}>
              {momentOf(visit)}
              {visit.viewingQuestion && ` · ${say.question(visit.viewingQuestion)}`}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
