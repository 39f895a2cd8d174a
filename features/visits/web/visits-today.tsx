import { useId } from 'react';
import { openVisits, type VisitPair, visitsToAskAbout } from '#features/visits/domain';
import { useMessages } from '#packages/i18n/react';
import { Button, Card, Icon } from '#packages/ui';
import { useVisits } from './use-visits.ts';
import styles from './visit-cards.module.css';
import { useVisitTitle } from './visit-line.tsx';
import { messages } from './visit-messages.ts';
import { useVisitMoment } from './visit-moment.ts';

const TO_COME_SHOWN = 4;
/** What has to be asked about comes first. */
const TO_COME_BELOW = 2;

/** In a session: did the visits take place? One tap. What was seen there stays between those people. */
export function VisitsToday() {
  const { state, today, may, send } = useVisits();
  const say = useMessages(messages);
  const titleOf = useVisitTitle();
  const momentOf = useVisitMoment();
  const title = useId();
  const mayUse = may('visits.plan');
  const toAsk = visitsToAskAbout(state, today);
  const toCome = openVisits(state).filter((visit) => !toAsk.includes(visit));
  const tookPlace = (visit: VisitPair) =>
    send('visitPair.tookPlace', { visitPairId: visit.id, on: null }, say.tookPlace(titleOf(visit)));
  return (
    <Card aria-labelledby={title}>
      <h2 id={title}>{say.visits}</h2>
      {toAsk.length + toCome.length === 0 && <p className={styles.quiet}>{say.noVisits}</p>}
      <ul className={styles.today}>
        {toAsk.map((visit) => (
          <li key={visit.id}>
            {titleOf(visit)}
            <small> {momentOf(visit)}</small>
            <span className={styles.ask}>
              {say.didIt}
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
          </li>
        ))}
        {toCome.slice(0, toAsk.length > 0 ? TO_COME_BELOW : TO_COME_SHOWN).map((visit) => (
          <li key={visit.id}>
            {titleOf(visit)}
            <small> {momentOf(visit)}</small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
