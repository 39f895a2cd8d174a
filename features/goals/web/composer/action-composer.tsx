import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { TextField, VisuallyHidden } from '#packages/ui';
import { firstNames } from '../first-names.ts';
import styles from './action-composer.module.css';
import { ComposerChoices } from './composer-choices.tsx';
import { composerMessages } from './composer-messages.ts';
import { mentionAt, mentioned, nothingTyped, withMention } from './composer-view.ts';
import { PastePreview } from './paste-preview.tsx';
import { isSeveralLines } from './pasted-rows.ts';
import { Reading } from './reading.tsx';
import { useComposer } from './use-composer.ts';

type ActionComposerProps = {
  /** The key that brings one here. */
  shortcut?: string;
  /** The goal that new actions are for, unless somebody chooses another. */
  defaultGoalId?: string | null;
};

/** One line of typing makes an action: shown as it is understood before it is kept. */
export function ActionComposer({ defaultGoalId = null, shortcut }: ActionComposerProps) {
  const say = useMessages(composerMessages);
  const { language } = useLanguage();
  const composer = useComposer(defaultGoalId);
  const { typed, draft, asked, people } = composer;
  const listId = useId();
  const field = useRef<HTMLFormElement>(null);
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [isListShut, setListShut] = useState(false);
  const [kept, setKept] = useState('');
  const [pasted, setPasted] = useState<string | null>(null);
  const called = firstNames(people);

  const mention = isListShut ? null : mentionAt(typed.line, caret);
  const offered = mention ? mentioned(mention, people, called) : [];
  const chosen = offered[Math.min(active, offered.length - 1)];
  const isOpen = typed.line !== '';
  const owner = draft.ownerId === null ? null : (called.get(draft.ownerId) ?? null);

  const input = () => field.current?.querySelector<HTMLInputElement>('input[type=text]') ?? null;
  const noteCaret = () => setCaret(input()?.selectionStart ?? 0);

  const complete = (personId: string) => {
    if (!mention) return;
    const next = withMention(typed.line, mention, called.get(personId) ?? '');
    composer.type({ line: next.line, owner: 'read' });
    setCaret(next.caret);
    requestAnimationFrame(() => {
      const element = input();
      element?.focus();
      element?.setSelectionRange(next.caret, next.caret);
    });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (chosen) {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step !== 0) {
        event.preventDefault();
        setActive((active + step + offered.length) % offered.length);
      } else if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault();
        complete(chosen.id);
      } else if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        setListShut(true);
      }
      return;
    }
    // Down to the names and days; inside them the arrows choose.
    if (event.key === 'ArrowDown' && isOpen) {
      const choice = field.current?.querySelector<HTMLElement>(
        'fieldset input:checked, fieldset input[type=radio]',
      );
      if (choice) {
        event.preventDefault();
        choice.focus();
      }
    }
  };

  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!isSeveralLines(text)) return;
    event.preventDefault();
    setPasted(text);
  };

  const keep = (event: FormEvent) => {
    event.preventDefault();
    void composer.keep().then((text) => {
      if (text !== null) setKept(say.kept(text));
      input()?.focus();
    });
  };

  const error =
    asked === 'text'
      ? say.needsText(owner)
      : asked === 'shorter'
        ? say.needsShorter
        : asked === 'which' && draft.question?.is === 'which'
          ? say.needsWhich(draft.question.typed)
          : asked === 'nobody' || asked === 'unknown'
            ? say.needsWho
            : undefined;

  return (
    <>
      <form ref={field} className={styles.composer} onSubmit={keep} data-open={isOpen || undefined}>
        <div className={styles.field}>
          <TextField
            label={say.label}
            labelHidden
            look="open"
            type="text"
            placeholder={say.placeholder}
            value={typed.line}
            onChange={(line) => {
              composer.type(line === '' ? nothingTyped : { line });
              setActive(0);
              setListShut(false);
              setKept('');
              noteCaret();
            }}
            onSelect={noteCaret}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            error={error}
            maxLength={500}
            autoComplete="off"
            autoCapitalize="sentences"
            enterKeyHint="done"
            aria-keyshortcuts={shortcut}
            role="combobox"
            aria-expanded={offered.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
          />
          <div
            id={listId}
            role="listbox"
            aria-label={say.completions}
            className={styles.offered}
            hidden={offered.length === 0}
          >
            {offered.map((person) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the text field above
              <div
                key={person.id}
                id={`${listId}-${person.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={person.id === chosen?.id}
                className={styles.option}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => complete(person.id)}
              >
                {person.name}
              </div>
            ))}
          </div>
        </div>
        {isOpen && <Reading composer={composer} called={called} />}
        {isOpen && (
          <ComposerChoices composer={composer} called={called} isCompleting={chosen !== undefined} />
        )}
        <VisuallyHidden>
          <span role="status" lang={language}>
            {kept}
          </span>
        </VisuallyHidden>
      </form>
      {pasted !== null && (
        <PastePreview
          text={pasted}
          setting={composer.setting}
          kind={composer.kind}
          goalId={composer.goalId}
          onClose={() => {
            setPasted(null);
            input()?.focus();
          }}
        />
      )}
    </>
  );
}
