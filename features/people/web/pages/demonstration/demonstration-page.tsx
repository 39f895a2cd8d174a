import { Link } from 'wouter';
import { demonstrationContract } from '#features/people/domain';
import { isRefusedWith } from '#packages/http/client';
import { InLanguage, useLanguage, useMessages } from '#packages/i18n/react';
import { Fault, Moment, PlainPage, useAnswer } from '#packages/pages';
import { Card, Icon, LinkButton } from '#packages/ui';
import { homeAt, joinAt, mailboxAt, signInAt } from '../../addresses.ts';
import styles from './demonstration.module.css';
import { useEntering } from './entering.ts';
import { FirstSteps } from './first-steps.tsx';
import { messages } from './messages.ts';
import { PeopleOfSchool } from './people-of-school.tsx';
import { nearestFirst } from './people-to-be.ts';
import { SmallBoard } from './small-board.tsx';

/** The first thing that a stranger sees after `npm start` (rule P14). */
export function DemonstrationPage() {
  const say = useMessages(messages);
  const { answer, again } = useAnswer(demonstrationContract.people);
  const entering = useEntering();
  const { language } = useLanguage();
  const schools = answer.is === 'here' ? nearestFirst(answer.value.schools, language) : [];
  const [own, ...others] = schools;

  if (answer.is === 'no' && isRefusedWith(answer.error, 'not-found'))
    return (
      <PlainPage title={say.notHere} intro={<p>{say.notHereText}</p>} width="door">
        <div>
          <Link href={homeAt.to()} asChild>
            <LinkButton kind="primary">{say.toSignIn}</LinkButton>
          </Link>
        </div>
      </PlainPage>
    );

  return (
    <PlainPage
      title={say.title}
      width="full"
      picture={<SmallBoard />}
      intro={
        <>
          <p className={styles.lead}>{say.what}</p>
          <p>{say.how}</p>
          <p>
            <strong>{say.note}.</strong> {say.noteText}
          </p>
          {own && <FirstSteps schools={schools} entering={entering} />}
        </>
      }
    >
      <Fault of={entering.fault} />
      {answer.is === 'asking' && <Moment />}
      {answer.is === 'no' && <Fault of={answer.error} again={() => void again()} />}
      {own && <PeopleOfSchool school={own} title={say.comeInAs(own.name)} entering={entering} />}
      <Card kind="quiet" className={styles.several}>
        <h2 className={styles.small}>{say.several}</h2>
        <p>{say.severalText}</p>
      </Card>
      <ul className={styles.doors}>
        {(
          [
            [mailboxAt.to(), 'mail', say.mailbox, say.mailboxHint],
            [signInAt.to(), 'people', say.signIn, say.signInHint],
            [joinAt.to({}), 'plus', say.join, say.joinHint],
          ] as const
        ).map(([href, icon, title, hint]) => (
          <li key={href}>
            <Link href={href} className={styles.door}>
              <Icon name={icon} />
              <span>
                <span className={styles.doorTitle}>{title}</span>
                <span className={styles.hint}>{hint}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {others.map((school) => (
        <InLanguage key={school.name} language={school.language}>
          <PeopleOfSchool
            school={school}
            title={messages[school.language].inThisLanguage(school.name)}
            entering={entering}
          />
        </InLanguage>
      ))}
    </PlainPage>
  );
}
