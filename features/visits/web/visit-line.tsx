import type { VisitPair } from '#features/visits/domain';
import { sayList } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { useWaiting } from '#packages/sync/react';
import { Button, Checkbox } from '#packages/ui';
import { useNames, useVisits } from './use-visits.ts';
import { messages } from './visit-messages.ts';
import { useVisitMoment } from './visit-moment.ts';
import styles from './visits.module.css';

/** "Sam en Tom kijken bij Noor", or "Jij kijkt bij Noor" for whoever reads it. */
export function useVisitTitle(): (visit: VisitPair) => string {
  const { memberId } = useVisits();
  const { language } = useLanguage();
  const nameOf = useNames();
  const say = useMessages(messages);
  return (visit) => {
    const visitors = [visit.visitorId, visit.alsoVisitorId].filter((id) => id !== null);
    if (visitors.length === 1 && visitors[0] === memberId) return say.youLookAt(nameOf(visit.visitedId));
    const names = sayList(visitors.map(nameOf), language);
    return visit.visitedId === memberId ? say.looksAtYou(names) : say.looksAt(names, nameOf(visit.visitedId));
  };
}

/** One agreed visit; `ask` when its day is over and nobody said whether it took place. */
export function VisitLine({
  visit,
  ask,
  onEdit,
}: {
  visit: VisitPair;
  ask: boolean;
  onEdit: (() => void) | null;
}) {
  const { send } = useVisits();
  const say = useMessages(messages);
  const isWaiting = useWaiting();
  const title = useVisitTitle()(visit);
  const moment = useVisitMoment()(visit);
  const tookPlace = () =>
    void send('visitPair.tookPlace', { visitPairId: visit.id, on: null }, say.tookPlace(title));

  const words = (
    <>
      <span className={styles.title}>{title}</span>
      <span className={styles.when}>
        {moment}
        {isWaiting(visit.id) && ` · ${say.notSent}`}
      </span>
      {visit.viewingQuestion && (
        <span className={styles.question}>{say.question(visit.viewingQuestion)}</span>
      )}
    </>
  );

  return (
    <li className={styles.visit} data-record={visit.id}>
      {onEdit && (
        <Checkbox label={say.tookPlaceLabel(title)} labelHidden checked={false} onChange={tookPlace} />
      )}
      {onEdit ? (
        <button type="button" className={styles.words} onClick={onEdit}>
          {words}
        </button>
      ) : (
        <div className={styles.words}>{words}</div>
      )}
      {ask && (
        <div className={styles.ask}>
          <span className={styles.late}>{say.didIt}</span>
          {onEdit && (
            <>
              <Button size="small" onClick={tookPlace}>
                {say.yes}
              </Button>
              <Button size="small" kind="quiet" onClick={onEdit}>
                {say.otherDay}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  );
}
