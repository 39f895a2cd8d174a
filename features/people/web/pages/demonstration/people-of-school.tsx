import type { SchoolToBe } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { Stack } from '#packages/ui';
import styles from './demonstration.module.css';
import type { Entering } from './entering.ts';
import { messages } from './messages.ts';
import { inOrder } from './people-to-be.ts';
import { TeamToBe } from './team-to-be.tsx';

/** A school with everybody whom one can be in it. */
export function PeopleOfSchool({
  school,
  title,
  entering,
}: {
  school: SchoolToBe;
  title: string;
  entering: Entering;
}) {
  const say = useMessages(messages);
  return (
    <Stack as="section" gap={4}>
      <div>
        <h2>{title}</h2>
        <p className={styles.hint}>{say.comeInHint}</p>
      </div>
      <div className={styles.teams}>
        {inOrder(school.groups).map((group) => (
          <TeamToBe key={group.team?.id ?? 'none'} group={group} entering={entering} />
        ))}
      </div>
    </Stack>
  );
}
