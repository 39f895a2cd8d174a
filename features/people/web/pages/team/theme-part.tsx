import { type FormEvent, useState } from 'react';
import type { Team } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { Button, Card, SectionHeading, Stack, TextField } from '#packages/ui';
import { usePeople } from '../../use-people.ts';
import { messages } from './inviting-messages.ts';

/** P20: what a preparation team prepares, and until when: the school leader settles it. */
export function ThemePart({ team }: { team: Team }) {
  const say = useMessages(messages);
  const { send } = usePeople();
  const [theme, setTheme] = useState(team.theme ?? '');
  const [endsOn, setEndsOn] = useState(team.endsOn ?? '');
  const [isTried, setTried] = useState(false);
  const isChanged = theme.trim() !== team.theme || endsOn !== team.endsOn;
  const keep = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (theme.trim() === '' || endsOn === '') return;
    void send('team.prepare', { theme: theme.trim(), endsOn }, say.described);
  };
  return (
    <Card aria-labelledby="people-theme">
      <SectionHeading id="people-theme">{say.themeTitle}</SectionHeading>
      <form onSubmit={keep} noValidate>
        <Stack gap={4}>
          <TextField
            label={say.theme}
            error={isTried && theme.trim() === '' ? say.themeMissing : undefined}
            value={theme}
            onChange={setTheme}
            maxLength={80}
          />
          <TextField
            label={say.endsOn}
            hint={say.endsOnHint}
            type="date"
            error={isTried && endsOn === '' ? say.endsOnMissing : undefined}
            value={endsOn}
            onChange={setEndsOn}
          />
          {isChanged && (
            <div>
              <Button type="submit">{say.save}</Button>
            </div>
          )}
        </Stack>
      </form>
    </Card>
  );
}
