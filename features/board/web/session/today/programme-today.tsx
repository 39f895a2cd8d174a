import { useId } from 'react';
import type { ProgrammeLine } from '#features/rhythm/domain';
import { ProgrammeComposer } from '#features/rhythm/web';
import { sayList } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Card, Icon, IconButton, useDraft } from '#packages/ui';
import { useBoard, useCallName } from '../../use-board.ts';
import { stepsMessages } from '../steps-messages.ts';
import styles from './today.module.css';

/** What the team does when the quarter of an hour is over. */
export function ProgrammeToday({ lines }: { lines: readonly ProgrammeLine[] }) {
  const { may, send, teamId, today } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(stepsMessages);
  const called = useCallName();
  const title = useId();
  const draft = useDraft(teamId, 'programme');
  const mayUse = may('rhythm.plan');
  return (
    <Card className={styles.programme} aria-labelledby={title}>
      <h2 id={title}>{say.programme}</h2>
      {lines.length === 0 && <p className={styles.quiet}>{say.noProgramme}</p>}
      <ol className={styles.lines}>
        {lines.map(({ item, startsAt }) => {
          const names = sayList(
            item.memberIds.map((id) => called(id) ?? ''),
            language,
          );
          const who = [names, item.who].filter(Boolean).join(', ');
          return (
            <li key={item.id}>
              <span className={styles.time}>
                {startsAt}
                {item.minutes !== null && <small>{say.minutes(item.minutes)}</small>}
              </span>
              <span className={styles.what}>
                {item.subject}
                {who && <small> {who}</small>}
              </span>
              {mayUse && (
                <IconButton
                  label={say.removeItem(item.subject)}
                  icon={<Icon name="close" />}
                  onClick={() =>
                    void send(
                      'programmeItem.remove',
                      { programmeItemId: item.id },
                      say.removeItem(item.subject),
                    )
                  }
                />
              )}
            </li>
          );
        })}
      </ol>
      {mayUse && <ProgrammeComposer day={today} draft={draft} />}
    </Card>
  );
}
