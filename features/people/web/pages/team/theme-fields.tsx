import { useMessages } from '#packages/i18n/react';
import { dayIn } from '#packages/kernel';
import { TextField } from '#packages/ui';
import { DayField } from '#packages/ui/days';
import { messages } from './theme-messages.ts';

export type ThemeToKeep = { readonly theme: string; readonly endsOn: string };

/** P20: what a preparation team prepares, and until when. Says what is missing once somebody tried to keep it. */
export function ThemeFields({
  value,
  onChange,
  isTried,
}: {
  value: ThemeToKeep;
  onChange: (value: ThemeToKeep) => void;
  isTried: boolean;
}) {
  const say = useMessages(messages);
  const { theme, endsOn } = value;
  return (
    <>
      <TextField
        label={say.theme}
        hint={say.themeHint}
        error={isTried && theme.trim() === '' ? say.themeMissing : undefined}
        value={theme}
        onChange={(text) => onChange({ ...value, theme: text })}
        maxLength={80}
      />
      <DayField
        label={say.endsOn}
        hint={say.endsOnHint}
        today={dayIn(Date.now())}
        error={isTried && endsOn === '' ? say.endsOnMissing : undefined}
        value={endsOn}
        onChange={(day) => onChange({ ...value, endsOn: day })}
      />
    </>
  );
}

/** Whether it says enough to be kept. */
export const isWhole = ({ theme, endsOn }: ThemeToKeep): boolean => theme.trim() !== '' && endsOn !== '';
