import { useEffect, useRef, useState } from 'react';
import { sayDate, sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { type Day, isDay } from '#packages/kernel';
import { readDay } from '#packages/kernel/reading/field';
import { Button } from '../actions/Button.tsx';
import { IconButton } from '../actions/IconButton.tsx';
import { Field, type FieldProps } from '../fields/Field.tsx';
import control from '../fields/field.module.css';
import { Icon } from '../icons/icons.tsx';
import { later } from '../later.tsx';
import { placeBy } from '../placing.ts';
import styles from './dayField.module.css';
import { dayWords } from './dayWords.ts';
import type { MonthProps } from './Month.tsx';
import { quickDays, useHolidays } from './schoolDays.tsx';

const Month = later<MonthProps>(async () => (await import('./Month.tsx')).Month);

export type DayFieldProps = FieldProps & {
  /** '' is no day. */
  value: Day | '';
  onChange: (day: Day | '') => void;
  today: Day;
  min?: Day | undefined;
  max?: Day | undefined;
  required?: boolean;
  disabled?: boolean;
  /** What is offered as one tap; none where there is no room for it. */
  quick?: readonly Day[] | 'none';
};

/** A day: typed as people say it, tapped, or chosen in a small month. Always shown in the language of the product. */
export function DayField({
  value,
  onChange,
  today,
  min,
  max,
  required = false,
  disabled = false,
  quick,
  error,
  hint,
  ...labels
}: DayFieldProps) {
  const { language } = useLanguage();
  const say = useMessages(dayWords);
  const holidays = useHolidays();
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(true);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);

  const faultOf = (text: string): string | null => {
    if (text.trim() === '') return null;
    const day = readDay(text, today);
    if (day === null) return say.unread;
    if (min !== undefined && day < min) return say.early(min, today);
    return max !== undefined && day > max ? say.late(max, today) : null;
  };
  const fault = typed === null ? null : faultOf(typed);
  // A form is not kept with a day in it that nobody understood.
  useEffect(() => input.current?.setCustomValidity(fault ?? ''), [fault]);

  const type = (text: string) => {
    setTyped(text);
    setLeft(false);
    const day = faultOf(text) === null ? readDay(text, today) : null;
    if ((day ?? '') !== value) onChange(day ?? '');
  };
  const choose = (day: Day | '') => {
    setTyped(null);
    setLeft(true);
    onChange(day);
  };
  const settle = () => {
    setLeft(true);
    if (fault === null) setTyped(null);
  };

  const days = (quick === 'none' ? [] : (quick ?? quickDays(today, holidays))).filter(
    (day) => (min === undefined || day >= min) && (max === undefined || day <= max),
  );
  const understood = typed !== null && isDay(value) ? sayDate(value, today, language) : null;

  return (
    <div className={styles.whole}>
      <Field {...labels} error={(isLeft && fault) || error} hint={understood ?? hint}>
        {(links) => (
          <span className={styles.frame}>
            <input
              {...links}
              ref={input}
              className={control.control}
              value={typed ?? (isDay(value) ? sayDate(value, today, language) : '')}
              placeholder={say.example}
              autoComplete="off"
              required={required}
              disabled={disabled}
              onFocus={(event) => event.currentTarget.select()}
              onChange={(event) => type(event.currentTarget.value)}
              onBlur={settle}
              onKeyDown={(event) => {
                if (event.key === 'Enter') settle();
                if (event.key === 'ArrowDown' && event.altKey) sheet.current?.showPopover();
              }}
            />
            <IconButton
              ref={opener}
              label={say.month(labels.label)}
              icon={<Icon name="calendar" />}
              className={styles.opener}
              disabled={disabled}
              aria-haspopup="dialog"
              aria-expanded={isOpen}
              onClick={() => sheet.current?.togglePopover()}
            />
          </span>
        )}
      </Field>
      {days.length > 0 && (
        <fieldset className={styles.quick} aria-label={say.quick(labels.label)} disabled={disabled}>
          {days.map((day) => (
            <Button key={day} size="small" aria-pressed={day === value} onClick={() => choose(day)}>
              {sayDay(day, today, language)}
            </Button>
          ))}
          {!required && value !== '' && (
            <Button size="small" kind="quiet" onClick={() => choose('')}>
              {say.clear}
            </Button>
          )}
        </fieldset>
      )}
      <div
        ref={sheet}
        popover="auto"
        role="dialog"
        aria-label={say.month(labels.label)}
        className={styles.sheet}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // The month closes; the dialog around it stays.
          event.preventDefault();
          event.stopPropagation();
          sheet.current?.hidePopover();
          opener.current?.focus();
        }}
        onToggle={(event) => {
          const nowOpen = event.newState === 'open';
          setOpen(nowOpen);
          if (nowOpen && sheet.current && input.current) placeBy(sheet.current, input.current);
        }}
      >
        {isOpen && (
          <Month
            value={isDay(value) ? value : null}
            today={today}
            min={min}
            max={max}
            onChoose={(day) => {
              choose(day);
              sheet.current?.hidePopover();
              opener.current?.focus();
            }}
          />
        )}
      </div>
    </div>
  );
}
