import { type FormEvent, useState } from 'react';
import { accents, type Team } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { Button, Card, ChoiceGroup, SectionHeading, Stack, TextField } from '#packages/ui';
import { usePeople } from '../../use-people.ts';
import { messages } from './inviting-messages.ts';
import styles from './parts.module.css';

/** The team's name and colour (rule P1). The colour works at once; the name when it is kept. */
export function TeamLookPart({ team }: { team: Team }) {
  const say = useMessages(messages);
  const { send } = usePeople();
  const [name, setName] = useState(team.name);
  const isChanged = name.trim() !== team.name;
  const isEmpty = name.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !isEmpty)
      void send('team.describe', { name: name.trim(), accent: team.accent }, say.described);
  };
  return (
    <Card aria-labelledby="people-look">
      <SectionHeading id="people-look">{say.lookTitle}</SectionHeading>
      <Stack gap={4}>
        <form onSubmit={submit} noValidate className={styles.nameLine}>
          <TextField
            label={say.teamName}
            error={isEmpty ? say.teamNameMissing : undefined}
            value={name}
            onChange={setName}
            maxLength={60}
          />
          {isChanged && !isEmpty && <Button type="submit">{say.keepName}</Button>}
        </form>
        <ChoiceGroup
          legend={say.accent}
          value={team.accent}
          choices={accents.map((value) => ({
            value,
            label: say.accents[value],
            picture: <span data-accent={value} className={styles.swatch} />,
          }))}
          onChange={(accent) => void send('team.describe', { name: team.name, accent }, say.described)}
        />
      </Stack>
    </Card>
  );
}
