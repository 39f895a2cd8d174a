import { type FormEvent, useId } from 'react';
import { type ProgrammeLine, readProgrammeLine } from '#features/rhythm/domain';
import { sayList } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { Card, Icon, IconButton, TextField } from '#packages/ui';
import { useBoard, useCallName } from '../../use-board.ts';
import { useDraft } from '../../use-draft.ts';
import { stepsMessages } from '../steps-messages.ts';
import styles from './today.module.css';

/** What the team does when the quarter of an hour is over. */
export function ProgrammeToday({ lines }: { lines: readonly ProgrammeLine[] }) {
  const { may, send } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(stepsMessages);
  const called = useCallName();
  const title = useId();
  const mayUse = may('board.use');
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
      {mayUse && <NewLine />}
    </Card>
  );
}

function NewLine() {
  const { teamId, today, send } = useBoard();
  const say = useMessages(stepsMessages);
  const [text, setText] = useDraft(teamId, 'programme');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const typed = readProgrammeLine(text);
    if (typed.subject === '') return;
    setText('');
    const payload = { id: newId(), day: today, ...typed, memberIds: [], who: null };
    if (!(await send('programmeItem.add', payload, say.added(typed.subject)))) setText(text);
  };
  return (
    <form onSubmit={(event) => void add(event)}>
      <TextField
        label={say.addItem}
        labelHidden
        look="open"
        placeholder={say.addExample}
        value={text}
        onChange={setText}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="done"
      />
    </form>
  );
}
