import type { SchoolToBe } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { Button } from '#packages/ui';
import { words } from '../../words.ts';
import styles from './demonstration.module.css';
import type { Entering } from './entering.ts';
import { messages } from './messages.ts';

/** For whoever does not want to choose: somebody who sees much, a school coach in a team of teachers. */
export function FirstStep({ schools, entering }: { schools: readonly SchoolToBe[]; entering: Entering }) {
  const say = useMessages(messages);
  const { role } = useMessages(words);
  const coach = schools
    .flatMap((school) => school.groups)
    .filter((group) => group.team?.kind === 'teachers')
    .flatMap((group) => group.people)
    .find((person) => person.roles.includes('school-coach'));
  if (!coach) return null;
  return (
    <div className={styles.first}>
      <Button
        kind="primary"
        size="large"
        busy={entering.busy}
        onClick={() => entering.enterAs(coach.personId)}
      >
        {say.startAs(coach.name, role['school-coach'])}
      </Button>
    </div>
  );
}
