import { type ClipboardEvent, type FormEvent, type ReactNode, useState } from 'react';
import { linesOf, withoutKept } from './lines.ts';
import { TextField } from './TextField.tsx';

export type LineComposerProps = {
  /** Stands in the field too, until somebody writes. */
  label: string;
  placeholder?: string;
  value: string;
  onChange: (text: string) => void;
  /** Keeps one line; says whether it was taken. What was not taken comes back into the field. */
  onKeep: (line: string) => Promise<boolean>;
  maxLength: number;
  /** The key by which the page brings people here. */
  shortcut?: string;
  className?: string | undefined;
  /** What is asked once there is a line to ask it about. */
  children?: ReactNode;
};

/** U14: one line, kept with Enter; a pasted list becomes a line each. Nothing that was typed gets lost. */
export function LineComposer({
  label,
  placeholder = label,
  value,
  onChange,
  onKeep,
  maxLength,
  shortcut,
  className,
  children,
}: LineComposerProps) {
  const [isKeeping, setKeeping] = useState(false);

  const keepAll = async (lines: readonly string[]) => {
    if (lines.length === 0 || isKeeping) return;
    onChange('');
    setKeeping(true);
    try {
      for (const [index, line] of lines.entries()) {
        if (await onKeep(line)) continue;
        onChange(withoutKept(lines, index));
        return;
      }
    } finally {
      setKeeping(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void keepAll(linesOf(value));
  };
  const paste = (event: ClipboardEvent) => {
    const lines = linesOf(event.clipboardData.getData('text/plain'));
    if (lines.length < 2 || lines.some((line) => line.length > maxLength)) return;
    event.preventDefault();
    void keepAll([...linesOf(value), ...lines]);
  };

  return (
    <form className={className} onSubmit={submit}>
      <TextField
        label={label}
        labelHidden
        look="open"
        placeholder={placeholder}
        value={value}
        onChange={onChange}
        maxLength={maxLength}
        autoComplete="off"
        enterKeyHint="done"
        aria-keyshortcuts={shortcut}
        onPaste={paste}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {value.trim() !== '' && children}
    </form>
  );
}
