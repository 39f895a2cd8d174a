import { useEffect, useRef, useState } from 'react';
import { useMessages } from '#packages/i18n/react';
import type { ClockTime } from '#packages/kernel';
import { readTime } from '#packages/kernel/reading/field';
import { IconButton } from '../actions/IconButton.tsx';
import { Field, type FieldProps } from '../fields/Field.tsx';
import control from '../fields/field.module.css';
import { Icon } from '../icons/icons.tsx';
import styles from './dayField.module.css';
import { dayWords } from './dayWords.ts';

export type TimeFieldProps = FieldProps & {
  /** '' is no time. */
  value: ClockTime | '';
  onChange: (time: ClockTime | '') => void;
  required?: boolean;
  disabled?: boolean;
};

const STEP = 5;
const DAY = 24 * 60;
/** Where stepping begins when there is no time yet: about when a board session does. */
const USUAL: ClockTime = '15:45';

/** To the next five minutes before or after, over midnight if need be. */
export function steppedTime(time: ClockTime, direction: 1 | -1): ClockTime {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const steps = direction === 1 ? Math.floor(minutes / STEP) + 1 : Math.ceil(minutes / STEP) - 1;
  const moved = (steps * STEP + DAY) % DAY;
  return `${String(Math.floor(moved / 60)).padStart(2, '0')}:${String(moved % 60).padStart(2, '0')}`;
}

/** A time: typed as people say it, or stepped to. Always on a clock of 24 hours. */
export function TimeField({
  value,
  onChange,
  required = false,
  disabled = false,
  error,
  ...labels
}: TimeFieldProps) {
  const say = useMessages(dayWords);
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(true);
  const input = useRef<HTMLInputElement>(null);
  const isUnread = typed !== null && typed.trim() !== '' && readTime(typed) === null;
  useEffect(() => input.current?.setCustomValidity(isUnread ? say.timeUnread : ''), [isUnread, say]);

  const settle = () => {
    setLeft(true);
    if (!isUnread) setTyped(null);
  };
  const step = (direction: 1 | -1) => {
    setTyped(null);
    onChange(value === '' ? USUAL : steppedTime(value, direction));
  };

  return (
    <Field {...labels} error={(isLeft && isUnread && say.timeUnread) || error}>
      {(links) => (
        <span className={styles.stepped}>
          <input
            {...links}
            ref={input}
            className={control.control}
            value={typed ?? value}
            placeholder={say.timeExample}
            autoComplete="off"
            required={required}
            disabled={disabled}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => {
              const text = event.currentTarget.value;
              setTyped(text);
              setLeft(false);
              onChange(readTime(text) ?? '');
            }}
            onBlur={settle}
            onKeyDown={(event) => {
              if (event.key === 'Enter') settle();
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
              event.preventDefault();
              step(event.key === 'ArrowUp' ? 1 : -1);
            }}
          />
          <IconButton
            label={say.earlier(labels.label)}
            icon={<Icon name="minus" />}
            disabled={disabled}
            onClick={() => step(-1)}
          />
          <IconButton
            label={say.later(labels.label)}
            icon={<Icon name="plus" />}
            disabled={disabled}
            onClick={() => step(1)}
          />
        </span>
      )}
    </Field>
  );
}
