import { Link } from 'wouter';
import { demonstrationContract } from '#features/people/domain';
import { isRefusedWith } from '#packages/http/client';
import { useMessages } from '#packages/i18n/react';
import { Fault, Moment, PlainPage, useAnswer } from '#packages/pages';
import { Card, Icon, LinkButton, Stack } from '#packages/ui';
import { homeAt, joinAt, mailboxAt, signInAt } from '../../addresses.ts';
import styles from './demonstration.module.css';
import { useEntering } from './entering.ts';
import { FirstStep } from './first-step.tsx';
import { messages } from './messages.ts';
import { inOrder } from './people-to-be.ts';
import { SmallBoard } from './small-board.tsx';
import { TeamToBe } from './team-to-be.tsx';

/** The first thing that a stranger sees after `npm start` (rule P14). */
export function DemonstrationPage() {
  const say = useMessages(messages);
  const { answer, again } = useAnswer(demonstrationContract.people);
  const entering = useEntering();

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
          {answer.is === 'here' && <FirstStep schools={answer.value.schools} entering={entering} />}
        </>
      }
    >
      <Fault of={entering.fault} />
      {answer.is === 'asking' && <Moment />}
      {answer.is === 'no' && <Fault of={answer.error} again={() => void again()} />}
      {answer.is === 'here' &&
        answer.value.schools.map((school) => (
          <Stack key={school.name} as="section" gap={4}>
            <div>
              <h2>{say.comeInAs(school.name)}</h2>
              <p className={styles.hint}>{say.comeInHint}</p>
            </div>
            <div className={styles.teams}>
              {inOrder(school.groups).map((group) => (
                <TeamToBe key={group.team?.id ?? 'none'} group={group} entering={entering} />
              ))}
            </div>
          </Stack>
        ))}
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
    </PlainPage>
  );
}
