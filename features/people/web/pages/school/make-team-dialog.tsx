import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { accents, schoolContract, type TeamKind, teamKinds } from '#features/people/domain';
import { call } from '#packages/http/client';
import { useMessages } from '#packages/i18n/react';
import { newId } from '#packages/kernel';
import { Fault, pageMessages, RadioList, useDoing } from '#packages/pages';
import { Button, ChoiceGroup, Dialog, Row, Stack, TextField, useToasts } from '#packages/ui';
import { teamPeopleAt } from '../../addresses.ts';
import { useStanding } from '../../me.tsx';
import { words } from '../../words.ts';
import { messages as look } from '../team/inviting-messages.ts';
import { isWhole, ThemeFields } from '../team/theme-fields.tsx';
import { messages } from './messages.ts';
import styles from './school.module.css';

/** A team with its board (rule P15); its maker goes on to invite its people. */
export function MakeTeamDialog({
  schoolId,
  again,
  onClose,
}: {
  schoolId: string;
  again: () => Promise<void>;
  onClose: () => void;
}) {
  const say = useMessages(messages);
  const { kind: kindNames } = useMessages(words);
  const { accent: accentLabel, accents: accentNames } = useMessages(look);
  const { close, cancel } = useMessages(pageMessages);
  const { refresh } = useStanding();
  const toasts = useToasts();
  const [, go] = useLocation();
  // Made once: a second tap on the button makes no second team.
  const [id] = useState(() => newId());
  const [name, setName] = useState('');
  const [kind, setKind] = useState<TeamKind>('teachers');
  const [belongs, setBelongs] = useState({ theme: '', endsOn: '' });
  const [accent, setAccent] = useState<(typeof accents)[number]>('teal');
  const [isTried, setTried] = useState(false);
  const making = useDoing();
  const prepares = kind === 'preparation';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || (prepares && !isWhole(belongs))) return;
    const belongsTo = prepares ? { ...belongs, theme: belongs.theme.trim() } : {};
    void making.act(async () => {
      await call(schoolContract.makeTeam, {
        params: { school: schoolId },
        body: { id, name, kind, accent, ...belongsTo },
      });
      const me = await refresh();
      toasts.show({ text: say.made(name.trim()), icon: 'check' });
      if (me?.teams.some((team) => team.id === id)) go(teamPeopleAt.to({ team: id }));
      else {
        await again();
        onClose();
      }
    });
  };
  return (
    <Dialog open keepOpen onClose={onClose} title={say.makeTitle} closeLabel={close}>
      <form onSubmit={submit} noValidate>
        <Stack gap={4}>
          <TextField
            label={say.teamName}
            hint={say.teamNameHint}
            error={isTried && name.trim() === '' ? say.teamNameMissing : undefined}
            value={name}
            onChange={setName}
            maxLength={60}
          />
          <RadioList
            legend={say.kind}
            value={kind}
            onChange={setKind}
            choices={teamKinds.map((value) => ({
              value,
              label: kindNames[value],
              help: say.kindHelp[value],
            }))}
          />
          {prepares && <ThemeFields value={belongs} onChange={setBelongs} isTried={isTried} />}
          <ChoiceGroup
            legend={accentLabel}
            value={accent}
            choices={accents.map((value) => ({
              value,
              label: accentNames[value],
              picture: <span data-accent={value} className={styles.swatch} />,
            }))}
            onChange={setAccent}
          />
          <Fault of={making.fault} />
          <Row spread>
            <Button kind="quiet" onClick={onClose}>
              {cancel}
            </Button>
            <Button kind="primary" type="submit" busy={making.busy}>
              {say.make}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
