import { type FormEvent, useState } from 'react';
import * as z from 'zod/mini';
import { displayContract } from '#features/people/domain';
import { call } from '#packages/http/client';
import { useMessages } from '#packages/i18n/react';
import { field } from '#packages/kernel';
import { Fault, useDoing } from '#packages/pages';
import { Button, Select, Stack, TextField } from '#packages/ui';
import { messages } from './messages.ts';

export type TeamToShow = { readonly id: string; readonly name: string };

const screenName = field.line(60);

/** The code that stands on a wall screen, typed by somebody of the team. */
export function PairForm({
  firstCode,
  teams,
  onPaired,
}: {
  firstCode: string;
  teams: readonly TeamToShow[];
  onPaired: (team: TeamToShow) => void;
}) {
  const say = useMessages(messages);
  const [code, setCode] = useState(firstCode);
  const [teamId, setTeamId] = useState(teams.length === 1 ? (teams[0]?.id ?? '') : '');
  const [name, setName] = useState(say.firstName);
  const [isTried, setTried] = useState(false);
  const pairing = useDoing();
  const team = teams.find(({ id }) => id === teamId);
  const readName = z.safeParse(screenName, name);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (code.trim() === '' || !team || !readName.success) return;
    void pairing.act(async () => {
      await call(displayContract.pair, {
        params: { team: team.id },
        body: { code: code.trim().slice(0, 20), name: readName.data },
      });
      onPaired(team);
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={4}>
        <TextField
          label={say.codeField}
          hint={say.codeHint}
          error={isTried && code.trim() === '' ? say.codeMissing : undefined}
          value={code}
          onChange={setCode}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        {teams.length > 1 && (
          <Select
            label={say.team}
            placeholder={say.chooseTeam}
            options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            value={teamId}
            error={isTried && !team ? say.teamMissing : undefined}
            onChange={setTeamId}
          />
        )}
        <TextField
          label={say.name}
          hint={say.nameHint}
          error={isTried && !readName.success ? say.nameMissing : undefined}
          value={name}
          onChange={setName}
          maxLength={60}
        />
        <Fault of={pairing.fault} />
        <Button kind="primary" type="submit" busy={pairing.busy}>
          {say.pair}
        </Button>
      </Stack>
    </form>
  );
}
