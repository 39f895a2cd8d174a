import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { sayFullDay, sayMonth, weekdaysOf } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { addMonths, type Day, dayOfMonth, isWorkday, monthOf, weekOf } from '#packages/kernel';
import { IconButton } from '../actions/IconButton.tsx';
import { classNames } from '../classNames.ts';
import { Icon } from '../icons/icons.tsx';
import { VisuallyHidden } from '../layout/VisuallyHidden.tsx';
import { dayWords } from './dayWords.ts';
import styles from './month.module.css';
import { dayAfterKey, weeksOfMonth } from './monthGrid.ts';
import { holidayOn, useHolidays } from './schoolDays.tsx';

export type MonthProps = {
  value: Day | null;
  today: Day;
  min: Day | undefined;
  max: Day | undefined;
  onChoose: (day: Day) => void;
};

/** A small month, to choose one day of. The keys are those of every grid of days. */
export function Month({ value, today, min, max, onChoose }: MonthProps) {
  const { language } = useLanguage();
  const say = useMessages(dayWords);
  const holidays = useHolidays();
  const within = (day: Day) =>
    min !== undefined && day < min ? min : max !== undefined && day > max ? max : day;
  const [at, setAt] = useState(() => within(value ?? today));
  const [isMoved, setMoved] = useState(true);
  const grid = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (isMoved) grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
  }, [at, isMoved]);

  const isOpen = (day: Day) => day === within(day);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayAfterKey(at, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    setMoved(true);
    setAt(within(next));
  };
  const turn = (months: number) => {
    setMoved(false);
    setAt(within(addMonths(at, months)));
  };
  const weeks = weeksOfMonth(at);
  const [first = at, last = at] = [weeks[0]?.[0], weeks.at(-1)?.at(-1)];

  return (
    <div className={styles.month}>
      <div className={styles.head}>
        <IconButton label={say.monthBefore} icon={<Icon name="back" />} onClick={() => turn(-1)} />
        <strong aria-live="polite">{sayMonth(at, language)}</strong>
        <IconButton label={say.monthAfter} icon={<Icon name="next" />} onClick={() => turn(1)} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of days is a table in which the arrows walk */}
      <table ref={grid} role="grid" aria-label={sayMonth(at, language)} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className={styles.week}>
              <VisuallyHidden>{say.weekColumn}</VisuallyHidden>
            </th>
            {weekdaysOf(language).map(({ short, full }) => (
              <th key={short} scope="col" abbr={full}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((days) => (
            <tr key={days[0]}>
              <th scope="row" className={styles.week}>
                <VisuallyHidden>{say.weekColumn} </VisuallyHidden>
                {weekOf(days[0] ?? at).week}
              </th>
              {days.map((day) => {
                const holiday = holidayOn(day, holidays);
                return (
                  // biome-ignore lint/a11y: the button in the cell has the focus
                  <td key={day} role="gridcell" aria-selected={day === value}>
                    <button
                      type="button"
                      data-day={day}
                      tabIndex={day === at ? 0 : -1}
                      disabled={!isOpen(day)}
                      aria-current={day === today ? 'date' : undefined}
                      aria-label={[sayFullDay(day, language), holiday?.name].filter(Boolean).join(', ')}
                      className={classNames(
                        styles.day,
                        (holiday !== undefined || !isWorkday(day)) && styles.free,
                        monthOf(day) !== monthOf(at) && styles.other,
                        day === value && styles.chosen,
                      )}
                      onClick={() => onChoose(day)}
                    >
                      {dayOfMonth(day)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {holidays
        .filter(({ firstDay, lastDay }) => firstDay <= last && lastDay >= first)
        .map(({ name, firstDay, lastDay }) => (
          <p key={firstDay} className={styles.holiday}>
            {say.until(name, firstDay, lastDay, today)}
          </p>
        ))}
    </div>
  );
}
