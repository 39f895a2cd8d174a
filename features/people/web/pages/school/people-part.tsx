import { useRef, useState } from 'react';
import {
  type HeldRole,
  rolesToGive,
  type SchoolPerson,
  schoolContract,
  type TeamOfSchool,
} from '#features/people/domain';
import { call } from '#packages/http/client';
import { sayList } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Fault, Moment, More, useDoing, useList, useSettled } from '#packages/pages';
import {
  Button,
  Card,
  PersonChip,
  Row,
  SectionHeading,
  TextField,
  useToasts,
  VisuallyHidden,
} from '#packages/ui';
import { words } from '../../words.ts';
import { GiveRoleDialog } from './give-role-dialog.tsx';
import { messages } from './messages.ts';
import styles from './school.module.css';

/** From so many on a list is easier asked than read. */
const WORTH_FINDING = 20;

/** Everybody of the school with what they may see (rule P6). */
export function PeoplePart({ schoolId, teams }: { schoolId: string; teams: readonly TeamOfSchool[] }) {
  const say = useMessages(messages);
  const [text, setText] = useState('');
  const people = useList(schoolContract.people, {
    params: { school: schoolId },
    query: { text: useSettled(text), limit: 100 },
  });
  const [givingTo, setGivingTo] = useState<SchoolPerson | null>(null);
  const isLarge = useRef(false);
  const { answer, again } = people;
  if (answer.is === 'asking') return <Moment />;
  if (answer.is === 'no') return <Fault of={answer.error} again={() => void again()} />;
  const { items, total } = answer.value;
  isLarge.current ||= total > WORTH_FINDING;
  return (
    <Card aria-labelledby="school-people">
      <SectionHeading id="school-people" remark={String(total)}>
        {say.peopleTitle}
      </SectionHeading>
      <p className={styles.about}>{say.peopleIntro}</p>
      {isLarge.current && (
        <TextField label={say.find} type="search" value={text} onChange={setText} maxLength={80} />
      )}
      {items.length === 0 && <p role="status">{say.foundNobody}</p>}
      <ul className={styles.list}>
        {items.map((person) => (
          <PersonLine
            key={person.personId}
            schoolId={schoolId}
            person={person}
            teams={teams}
            again={again}
            onGive={() => setGivingTo(person)}
          />
        ))}
      </ul>
      <More of={people} />
      {givingTo && (
        <GiveRoleDialog
          schoolId={schoolId}
          person={givingTo}
          teams={teams}
          again={again}
          onClose={() => setGivingTo(null)}
        />
      )}
    </Card>
  );
}

function PersonLine({
  schoolId,
  person,
  teams,
  again,
  onGive,
}: {
  schoolId: string;
  person: SchoolPerson;
  teams: readonly TeamOfSchool[];
  again: () => Promise<void>;
  onGive: () => void;
}) {
  const say = useMessages(messages);
  const { role: roleNames } = useMessages(words);
  const { language } = useLanguage();
  const toasts = useToasts();
  const taking = useDoing();
  const teamName = (id: string | null) => teams.find((team) => team.id === id)?.name ?? '';
  const nameOf = ({ role, teamId }: HeldRole) =>
    role === 'school-coach' && teamId !== null ? say.coachOf(teamName(teamId)) : roleNames[role];
  const places = person.teams.map(({ teamId }) => teamName(teamId)).filter((name) => name !== '');

  const take = (held: HeldRole) =>
    void taking.act(async () => {
      await call(schoolContract.takeRole, { params: { school: schoolId, grant: held.id } });
      await again();
      const { personId } = person;
      const role = rolesToGive.find((known) => known === held.role);
      const giveBack = role && {
        label: say.giveBack,
        onUndo: () =>
          void taking
            .act(async () => {
              const body = { personId, role, teamId: held.teamId };
              await call(schoolContract.giveRole, { params: { school: schoolId }, body });
            })
            .then(again),
      };
      toasts.show({
        text: say.takeRole(person.name, nameOf(held)),
        ...(giveBack ? { undo: giveBack } : {}),
      });
    });
  return (
    <li className={styles.line}>
      <PersonChip name={person.name} />
      <div className={styles.words}>
        <p className={styles.name}>{person.name}</p>
        <p className={styles.about}>
          {places.length > 0 ? say.inTeams(sayList(places, language)) : say.inNoTeam}
          {person.email !== null && ` · ${person.email}`}
        </p>
        {person.roles.length > 0 && (
          <ul className={styles.roles}>
            {person.roles.map((held) => (
              <li key={held.id} className={styles.role}>
                <span>{nameOf(held)}</span>
                <Button kind="quiet" size="small" busy={taking.busy} onClick={() => take(held)}>
                  {say.take}
                  <VisuallyHidden>: {`${nameOf(held)}, ${person.name}`}</VisuallyHidden>
                </Button>
              </li>
            ))}
          </ul>
        )}
        <Fault of={taking.fault} />
      </div>
      <Row>
        <Button kind="quiet" size="small" onClick={onGive}>
          {say.giveRole}
          <VisuallyHidden>: {person.name}</VisuallyHidden>
        </Button>
      </Row>
    </li>
  );
}
