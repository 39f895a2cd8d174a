import { useEffect, useState } from 'react';
import { useMessages } from '#packages/i18n/react';
import { Dialog, Switch } from '#packages/ui';
import styles from './board.module.css';
import { boardMessages } from './board-messages.ts';
import { areShortcutsOn, keepShortcutsOn } from './shortcut-choice.ts';

const keys = ['n', 'a', 'p', 's'] as const;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/**
 * A line is there to write on, and what starts something for the whole team (`data-shortcut="focus"`) waits for
 * Enter: a stray letter must not begin a session.
 */
const opensAtOnce = (place: HTMLElement): boolean =>
  place.dataset.shortcut !== 'focus' &&
  !(place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement);

/** Single keys that go to the place with that `aria-keyshortcuts`; they can be switched off (WCAG 2.1.4). */
export function useShortcuts(onHelp: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      if (document.querySelector('dialog[open], [popover]:popover-open')) return;
      if (event.key === '?') {
        event.preventDefault();
        onHelp();
        return;
      }
      const key = keys.find((candidate) => candidate === event.key.toLowerCase());
      if (!key || !areShortcutsOn()) return;
      const place = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
      if (!place) return;
      event.preventDefault();
      place.focus();
      if (opensAtOnce(place)) place.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onHelp]);
}

export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useMessages(boardMessages);
  const [isOn, setIsOn] = useState(areShortcutsOn);
  const change = (on: boolean) => {
    keepShortcutsOn(on);
    setIsOn(on);
  };
  return (
    <Dialog open={open} onClose={onClose} title={say.shortcutsTitle} closeLabel={say.close}>
      <dl className={styles.keys}>
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say.keys[key]}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{say.keys.help}</dd>
        </div>
      </dl>
      <Switch
        label={say.shortcutsOn}
        checked={isOn}
        onChange={change}
        labels={{ on: say.on, off: say.off }}
      />
    </Dialog>
  );
}
