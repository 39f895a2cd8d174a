import { type FormEvent, useState } from 'react';
import { type SchoolPerson, schoolContract, type TeamOfSchool } from '#features/people/domain';
import { call } from '#packages/http/client';
import { useMessages } from '#packages/i18n/react';
import { Fault, pageMessages, useDoing } from '#packages/pages';
import { Button, Dialog, Row, Stack, useToasts } from '#packages/ui';
import { words } from '../../words.ts';
import { messages } from './messages.ts';
import { type ChosenRole, forServer, isWhole, RoleChoice } from './role-choice.tsx';

export function GiveRoleDialog({
  schoolId,
  person,
  teams,
  again,
  onClose,
}: {
  schoolId: string;
  person: SchoolPerson;
  teams: readonly TeamOfSchool[];
  again: () => Promise<void>;
  onClose: () => void;
}) {
  const say = useMessages(messages);
  const { role: roleNames } = useMessages(words);
  const { close, cancel } = useMessages(pageMessages);
  const toasts = useToasts();
  const [chosen, setChosen] = useState<ChosenRole>({ role: 'school-coach', teamId: '' });
  const [isTried, setTried] = useState(false);
  const giving = useDoing();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isWhole(chosen)) return;
    void giving.act(async () => {
      await call(schoolContract.giveRole, {
        params: { school: schoolId },
        body: { personId: person.personId, ...forServer(chosen) },
      });
      await again();
      toasts.show({ text: say.given(person.name, roleNames[chosen.role]), icon: 'check' });
      onClose();
    });
  };
  return (
    <Dialog open onClose={onClose} title={say.giveTitle(person.name)} closeLabel={close}>
      <form onSubmit={submit} noValidate>
        <Stack gap={4}>
          <RoleChoice chosen={chosen} teams={teams} isTried={isTried} onChange={setChosen} />
          <Fault of={giving.fault} />
          <Row spread>
            <Button kind="quiet" onClick={onClose}>
              {cancel}
            </Button>
            <Button kind="primary" type="submit" busy={giving.busy}>
              {say.give}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
