import { type FormEvent, useState } from 'react';
import type { Team } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { Button, Card, SectionHeading, Stack } from '#packages/ui';
import { usePeople } from '../../use-people.ts';
import { messages as inviting } from './inviting-messages.ts';
import { isWhole, ThemeFields, type ThemeToKeep } from './theme-fields.tsx';
import { messages } from './theme-messages.ts';

/** P20: what a preparation team prepares, and until when: the school leader settles it. */
export function ThemePart({ team }: { team: Team }) {
  const say = useMessages(messages);
  const sayAsEver = useMessages(inviting);
  const { send } = usePeople();
  const [kept, setKept] = useState<ThemeToKeep>({ theme: team.theme ?? '', endsOn: team.endsOn ?? '' });
  const [isTried, setTried] = useState(false);
  const theme = kept.theme.trim();
  const isChanged = theme !== team.theme || kept.endsOn !== team.endsOn;
  const keep = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isWhole(kept)) return;
    void send('team.prepare', { ...kept, theme }, sayAsEver.described);
  };
  return (
    <Card aria-labelledby="people-theme">
      <SectionHeading id="people-theme">{say.title}</SectionHeading>
      <form onSubmit={keep} noValidate>
        <Stack gap={4}>
          <ThemeFields value={kept} onChange={setKept} isTried={isTried} />
          {isChanged && (
            <div>
              <Button type="submit">{sayAsEver.save}</Button>
            </div>
          )}
        </Stack>
      </form>
    </Card>
  );
}
