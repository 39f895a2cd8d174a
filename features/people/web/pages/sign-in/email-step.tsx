import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import * as z from 'zod/mini';
import { emailAddress } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { useDoing, useWordsOf } from '#packages/pages';
import { Button, Card, Icon, type IconName, Stack, TextField } from '#packages/ui';
import { demonstrationAt, displayAt, joinAt } from '../../addresses.ts';
import styles from './email-step.module.css';
import { messages } from './messages.ts';

/** Whose code is it to be? */
export function EmailStep({
  firstEmail,
  onAsk,
}: {
  firstEmail: string;
  onAsk: (email: string) => Promise<void>;
}) {
  const say = useMessages(messages);
  const wordsOf = useWordsOf();
  const [email, setEmail] = useState(firstEmail);
  const [isWrong, setWrong] = useState(false);
  const asking = useDoing();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = z.safeParse(emailAddress, email);
    setWrong(!read.success);
    if (read.success) void asking.act(() => onAsk(read.data));
  };

  const error = isWrong ? say.emailWrong : asking.fault ? wordsOf(asking.fault) : undefined;
  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <Stack gap={4}>
          <TextField
            label={say.email}
            hint={say.emailHint}
            error={error}
            value={email}
            onChange={(typed) => {
              setEmail(typed);
              setWrong(false);
              asking.forget();
            }}
            type="email"
            name="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Button kind="primary" type="submit" wide busy={asking.busy}>
            {say.sendCode}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

/** The other ways in. */
export function OtherDoors({ isDemonstration }: { isDemonstration: boolean }) {
  const say = useMessages(messages);
  const doors: { href: string; icon: IconName; title: string; hint: string }[] = [
    { href: joinAt.to({}), icon: 'people', title: say.withTeamCode, hint: say.withTeamCodeHint },
    { href: displayAt.to(), icon: 'wall', title: say.asDisplay, hint: say.asDisplayHint },
  ];
  if (isDemonstration)
    doors.unshift({
      href: demonstrationAt.to(),
      icon: 'eye',
      title: say.asDemonstration,
      hint: say.asDemonstrationHint,
    });
  return (
    <nav aria-label={say.otherWays}>
      <ul className={styles.doors}>
        {doors.map(({ href, icon, title, hint }) => (
          <li key={href}>
            <Link href={href} className={styles.door}>
              <Icon name={icon} />
              <span>
                <span className={styles.title}>{title}</span>
                <span className={styles.hint}>{hint}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
