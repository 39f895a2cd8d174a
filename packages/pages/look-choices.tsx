import { useLanguage, useMessages } from '#packages/i18n/react';
import { Button, Icon, Menu, type Theme, useTheme, VisuallyHidden } from '#packages/ui';
import { messages } from './messages.ts';

const themes: readonly Theme[] = ['auto', 'light', 'dark'];

/** The other language, and light or dark; for everybody, signed in or not. */
export function LookChoices({ isShort }: { isShort: boolean }) {
  const { language, setLanguage } = useLanguage();
  const say = useMessages(messages);
  const [theme, setTheme] = useTheme();
  const other =
    language === 'nl'
      ? ({ code: 'en', name: 'English' } as const)
      : ({ code: 'nl', name: 'Nederlands' } as const);
  return (
    <>
      <Button kind="quiet" size="small" lang={other.code} onClick={() => setLanguage(other.code)}>
        {isShort ? (
          <>
            {other.code.toUpperCase()}
            <VisuallyHidden>: {other.name}</VisuallyHidden>
          </>
        ) : (
          other.name
        )}
      </Button>
      <Menu
        label={say.themeLabel}
        icon={<Icon name={theme === 'dark' ? 'moon' : 'sun'} />}
        items={themes.map((value) => ({
          id: value,
          label: say.themes[value],
          chosen: value === theme,
          onSelect: () => setTheme(value),
        }))}
      />
    </>
  );
}
