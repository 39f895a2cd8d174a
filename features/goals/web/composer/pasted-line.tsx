import { useMessages } from '#packages/i18n/react';
import type { Day } from '#packages/kernel';
import { Checkbox, Select, TextField } from '#packages/ui';
import { DayField } from '#packages/ui/days';
import { composerMessages } from './composer-messages.ts';
import type { Person } from './composer-view.ts';
import styles from './paste-preview.module.css';
import { faultOf, type PastedRow } from './pasted-rows.ts';

type Props = {
  row: PastedRow;
  today: Day;
  people: readonly Person[];
  onCorrect: (correction: Partial<Omit<PastedRow, 'key' | 'line'>>) => void;
};

/** One pasted line: taken along or not, and what, who and when as they were understood. */
export function PastedLine({ row, today, people, onCorrect }: Props) {
  const say = useMessages(composerMessages);
  const fault = faultOf(row);
  return (
    <li className={styles.row} data-left-out={!row.isIncluded || undefined}>
      <Checkbox
        label={say.include(row.line)}
        labelHidden
        checked={row.isIncluded}
        onChange={(isIncluded) => onCorrect({ isIncluded })}
      />
      <div className={styles.what}>
        <TextField
          label={say.lineText}
          labelHidden
          value={row.text}
          placeholder={say.lineEmpty}
          disabled={!row.isIncluded}
          error={fault === 'empty' ? say.lineEmpty : fault === 'long' ? say.needsShorter : undefined}
          onChange={(text) => onCorrect({ text })}
        />
        <p className={styles.pasted}>{say.pasted(row.line)}</p>
      </div>
      <Select
        label={say.lineWho}
        labelHidden
        value={row.ownerId ?? ''}
        placeholder={row.isUnclear ? say.lineUnclear : say.team}
        disabled={!row.isIncluded}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => onCorrect({ ownerId: id === '' ? null : id, isUnclear: false })}
      />
      <DayField
        label={say.lineWhen}
        labelHidden
        today={today}
        quick="none"
        value={row.due ?? ''}
        disabled={!row.isIncluded}
        onChange={(day) => onCorrect({ due: day === '' ? null : day })}
      />
    </li>
  );
}
