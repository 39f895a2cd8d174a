import type { SchoolToBe } from '#features/people/domain';
import { InLanguage, useMessages } from '#packages/i18n/react';
import { Button } from '#packages/ui';
import { words } from '../../words.ts';
import styles from './demonstration.module.css';
import type { Entering } from './entering.ts';
import { messages } from './messages.ts';
import { firstToBe } from './people-to-be.ts';

type Props = { school: SchoolToBe; entering: Entering };

/** The way in for whoever does not want to choose: one button per school, the visitor's own language first. */
export function FirstSteps({ schools, entering }: { schools: readonly SchoolToBe[]; entering: Entering }) {
  const [own, ...others] = schools;
  return (
    <div className={styles.first}>
      {own && (
        <div>
          <Start school={own} entering={entering} isFirst />
        </div>
      )}
      {others.map((school) => (
        <InLanguage key={school.name} language={school.language}>
          <Elsewhere school={school} entering={entering} />
        </InLanguage>
      ))}
    </div>
  );
}

/** For a stranger who cannot read the rest of the page. */
function Elsewhere({ school, entering }: Props) {
  const say = useMessages(messages);
  return (
    <div className={styles.elsewhere}>
      <p>{say.inThisLanguage(school.name)}</p>
      <Start school={school} entering={entering} isFirst={false} />
    </div>
  );
}

function Start({ school, entering, isFirst }: Props & { isFirst: boolean }) {
  const say = useMessages(messages);
  const { role } = useMessages(words);
  const coach = firstToBe(school);
  if (!coach) return null;
  return (
    <Button
      kind={isFirst ? 'primary' : 'secondary'}
      size={isFirst ? 'large' : 'normal'}
      busy={entering.busy}
      onClick={() => entering.enterAs(coach.personId)}
    >
      {say.startAs(coach.name, role['school-coach'])}
    </Button>
  );
}
