import { useState } from 'react';
import { useMessages } from '#packages/i18n/react';
import { Dialog, Switch } from '#packages/ui';
import { areShortcutsOn, keepShortcutsOn } from '../shortcut-choice.ts';
import styles from './session.module.css';
import { sessionMessages } from './session-messages.ts';

const keys = ['right', 'left', 'space', 'park', 'minute', 'help'] as const;

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const say = useMessages(sessionMessages);
  const [isOn, setIsOn] = useState(areShortcutsOn);
  const change = (on: boolean) => {
    keepShortcutsOn(on);
    setIsOn(on);
  };
  return (
    <Dialog open onClose={onClose} title={say.keysTitle} closeLabel={say.dialogClose}>
      <dl className={styles.keys}>
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{say.keyNames[key]}</kbd>
            </dt>
            <dd>{say.keyTexts[key]}</dd>
          </div>
        ))}
      </dl>
      <Switch label={say.keysOn} checked={isOn} onChange={change} labels={{ on: say.on, off: say.off }} />
    </Dialog>
  );
}
