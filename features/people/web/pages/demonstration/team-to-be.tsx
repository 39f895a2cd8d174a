import type { GroupToBe, PersonToBe } from '#features/people/domain';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Button, Card, Icon, PersonChip, VisuallyHidden } from '#packages/ui';
import { words } from '../../words.ts';
import styles from './demonstration.module.css';
import type { Entering } from './entering.ts';
import { messages } from './messages.ts';

/** A team with everybody whom one can be in it, and its wall screen. */
export function TeamToBe({ group, entering }: { group: GroupToBe; entering: Entering }) {
  const say = useMessages(messages);
  const { kind } = useMessages(words);
  const { language } = useLanguage();
  const { team, people } = group;
  // A lead team is often called just that.
  const saysMore = !team || team.name.toLowerCase() !== kind[team.kind].toLowerCase();
  return (
    <Card className={styles.team}>
      <div>
        <h3>{team ? team.name : say.outsideTeams}</h3>
        {saysMore && <p className={styles.hint}>{team ? kind[team.kind] : say.outsideTeamsHint}</p>}
      </div>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.personId}>
            <Somebody person={person} entering={entering} inTeachersTeam={team?.kind === 'teachers'} />
          </li>
        ))}
      </ul>
      {team && (
        <div className={styles.display}>
          <Button
            kind="quiet"
            size="small"
            icon={<Icon name="wall" />}
            onClick={() => entering.openDisplay(group, say.displayName, language)}
          >
            {say.asDisplay}
            <VisuallyHidden>: {team.name}</VisuallyHidden>
          </Button>
        </div>
      )}
    </Card>
  );
}

function Somebody({
  person,
  entering,
  inTeachersTeam,
}: {
  person: PersonToBe;
  entering: Entering;
  inTeachersTeam: boolean;
}) {
  const say = useMessages(messages);
  const { role, teacher } = useMessages(words);
  const roles = person.roles.map((held) => role[held]);
  const what = roles.length > 0 ? roles.join(', ') : inTeachersTeam ? teacher : null;
  return (
    <button type="button" className={styles.person} onClick={() => entering.enterAs(person.personId)}>
      <VisuallyHidden>{say.enterAs}: </VisuallyHidden>
      <PersonChip name={person.name} showName />
      {what && <span className={styles.role}>{what}</span>}
      <span className={styles.arrow}>
        <Icon name="next" />
      </span>
    </button>
  );
}
