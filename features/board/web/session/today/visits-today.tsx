import { useId } from 'react';
import type { VisitPair } from '#features/visits/domain';
import { useVisitTitle } from '#features/visits/web';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Button, Card, Icon } from '#packages/ui';
import { useBoard } from '../../use-board.ts';
import { stepsMessages } from '../steps-messages.ts';
import styles from './today.module.css';

const TO_COME_SHOWN = 4;
/** What has to be asked about comes first. */
const TO_COME_BELOW = 2;

/** Did the visits take place? One tap. What was seen there stays between those people. */
export function VisitsToday({
  toAsk,
  toCome,
}: {
  toAsk: readonly VisitPair[];
  toCome: readonly VisitPair[];
}) {
  const { today, may, send } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(stepsMessages);
  const titleOf = useVisitTitle();
  const title = useId();
  const mayUse = may('visits.plan');
  const when = (visit: VisitPair) =>
    visit.day === null
      ? say.noDay
      : [sayDay(visit.day, today, language), visit.startsAt].filter(Boolean).join(', ');
  const tookPlace = (visit: VisitPair) =>
    send('visitPair.tookPlace', { visitPairId: visit.id, on: null }, say.tookPlace(titleOf(visit)));
  return (
    <Card aria-labelledby={title}>
      <h2 id={title}>{say.visits}</h2>
      {toAsk.length + toCome.length === 0 && <p className={styles.quiet}>{say.noVisits}</p>}
      <ul className={styles.visits}>
        {toAsk.map((visit) => (
          <li key={visit.id}>
            <span className={styles.what}>
              {titleOf(visit)}
              <small> {when(visit)}</small>
              <span className={styles.ask}>
                {say.happened}
                {mayUse && (
                  <Button
                    size="small"
                    icon={<Icon name="check" />}
                    aria-label={say.yesTo(titleOf(visit))}
                    onClick={() => void tookPlace(visit)}
                  >
                    {say.yes}
                  </Button>
                )}
              </span>
            </span>
          </li>
        ))}
        {toCome.slice(0, toAsk.length > 0 ? TO_COME_BELOW : TO_COME_SHOWN).map((visit) => (
          <li key={visit.id}>
            <span className={styles.what}>
              {titleOf(visit)}
              <small> {when(visit)}</small>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
