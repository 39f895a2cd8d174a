import { type Goal, measurementsOf } from '#features/goals/domain';
import { sayDay, sayNumber } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { Select, Table } from '#packages/ui';
import { useGoals } from '../use-goals.ts';
import { goalMessages } from './goal-messages.ts';
import { type PeriodRow, periodRows } from './goal-view.ts';
import styles from './measurements-table.module.css';

const MARKS = Array.from({ length: 19 }, (_, index) => 1 + index / 2);

/** Every period of a goal with its mark; earlier marks can still be set right here. */
export function MeasurementsTable({ goal }: { goal: Goal }) {
  const { state, today, memberId, send, may } = useGoals();
  const { language } = useLanguage();
  const say = useMessages(goalMessages);
  const number = (value: number) => sayNumber(value, language);
  const mayChange = may('goals.set');
  const rows = periodRows(state, goal, today);
  const hasNotes = measurementsOf(state, goal.id).some(({ note }) => note !== null);

  const set = ({ period, measurement }: PeriodRow, text: string) => {
    const name = say.periodName(period);
    if (text === '') {
      if (measurement)
        void send('goal.unmeasure', { measurementId: measurement.id }, say.did.unmeasured(name));
      return;
    }
    const value = Number(text);
    void send(
      'goal.measure',
      {
        id: newId(),
        goalId: goal.id,
        period,
        value,
        measuredOn: measurement?.measuredOn ?? null,
        byMemberId: measurement?.byMemberId ?? memberId,
        note: measurement?.note ?? null,
      },
      say.did.measured(name, number(value)),
    );
  };

  return (
    <div className={styles.table}>
      <Table
        caption={say.earlier}
        captionHidden
        rows={rows}
        rowKey={({ period }) => String(period)}
        columns={[
          {
            id: 'period',
            header: say.tablePeriod,
            rowHeader: true,
            cell: ({ period }) => say.periodName(period),
          },
          {
            id: 'value',
            header: say.tableValue,
            cell: (row) =>
              mayChange ? (
                <Select
                  label={say.valueOf(say.periodName(row.period))}
                  labelHidden
                  value={row.measurement === null ? '' : String(row.measurement.value)}
                  placeholder={say.tableNone}
                  options={MARKS.map((mark) => ({ value: String(mark), label: number(mark) }))}
                  onChange={(text) => set(row, text)}
                />
              ) : (
                ((row.measurement && number(row.measurement.value)) ?? say.tableNone)
              ),
          },
          {
            id: 'day',
            header: say.tableDay,
            cell: ({ measurement }) =>
              measurement === null ? '' : sayDay(measurement.measuredOn, today, language),
          },
          ...(hasNotes
            ? [
                {
                  id: 'note',
                  header: say.tableNote,
                  cell: ({ measurement }: PeriodRow) => measurement?.note ?? '',
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
