import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { classNames } from '../classNames.ts';
import { placeBy } from '../placing.ts';
import styles from './menu.module.css';

export type MenuItem = {
  id: string;
  label: string;
  icon?: ReactNode;
  /** A second line that explains. */
  hint?: string;
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
  /** Shown as the present choice, with `aria-checked`. */
  chosen?: boolean;
};

export type MenuProps = {
  /** Name of the button; shown, or only read aloud when an `icon` is given. */
  label: string;
  icon?: ReactNode;
  /** Show the label beside the icon. */
  showLabel?: boolean;
  items: readonly MenuItem[];
  disabled?: boolean;
  className?: string | undefined;
};

const roleOf = ({ chosen }: MenuItem) =>
  chosen === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': chosen };

const itemsOf = (list: HTMLElement) =>
  [...list.querySelectorAll<HTMLButtonElement>('[role^=menuitem]')].filter((item) => !item.disabled);

/** A button with a list of actions; arrows, Home, End, a first letter and Esc work. */
export function Menu({ label, icon, showLabel = !icon, items, disabled = false, className }: MenuProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const close = () => {
    list.current?.hidePopover();
    button.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!list.current) return;
    const all = itemsOf(list.current);
    const at = all.findIndex((item) => item.matches(':focus'));
    const focus = (index: number) => {
      event.preventDefault();
      all.at(index)?.focus();
    };
    if (event.key === 'ArrowDown') focus((at + 1) % all.length);
    else if (event.key === 'ArrowUp') focus(at <= 0 ? -1 : at - 1);
    else if (event.key === 'Home') focus(0);
    else if (event.key === 'End') focus(-1);
    else if (event.key === 'Tab') list.current.hidePopover();
    else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key.length === 1 && event.key !== ' ') {
      const letter = event.key.toLocaleLowerCase();
      const turned = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      turned.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter))?.focus();
    }
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={showLabel ? undefined : label}
        title={showLabel ? undefined : label}
        disabled={disabled}
        className={classNames(styles.button, showLabel && styles.labelled, className)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && !open) {
            event.preventDefault();
            list.current?.showPopover();
          }
        }}
      >
        {icon}
        {showLabel && <span>{label}</span>}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={styles.list}
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          const nowOpen = event.newState === 'open';
          setOpen(nowOpen);
          if (!nowOpen || !list.current || !button.current) return;
          placeBy(list.current, button.current);
          itemsOf(list.current)[0]?.focus();
        }}
      >
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            {...roleOf(item)}
            tabIndex={-1}
            disabled={item.disabled}
            className={classNames(styles.item, item.danger && styles.danger, item.chosen && styles.chosen)}
            onClick={() => {
              close();
              item.onSelect();
            }}
          >
            {item.icon}
            <span>
              {item.label}
              {item.hint && <span className={styles.hint}>{item.hint}</span>}
            </span>
          </button>
        ))}
      </div>
    </>
  );
}
