import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { homeAt } from '#features/people/web';
import { useMessages } from '#packages/i18n/react';
import { Button, LinkButton, Page, Row, Stack, useRoom } from '#packages/ui';
import { messages } from './messages.ts';
import styles from './shell-pages.module.css';

const TRY_EVERY_MS = 5_000;

/** Before anything is known; its words are seen only when that takes long enough to wonder. */
export function WaitingPage() {
  const say = useMessages(messages);
  return (
    <main className={styles.waiting}>
      <span className={styles.mark} aria-hidden="true" />
      <p role="status">{say.moment}</p>
    </main>
  );
}

/** Nobody answers, and this device knows nobody. It goes on trying by itself: a wall has no one to tap it. */
export function UnreachablePage({ again }: { again: () => Promise<unknown> }) {
  const say = useMessages(messages);
  useEffect(() => {
    const timer = setInterval(() => void again(), TRY_EVERY_MS);
    return () => clearInterval(timer);
  }, [again]);
  return (
    <ShellPage title={say.unreachableTitle} text={say.unreachableText}>
      <Button kind="primary" onClick={() => void again()}>
        {say.tryAgain}
      </Button>
    </ShellPage>
  );
}

export function NothingHerePage() {
  const say = useMessages(messages);
  return (
    <ShellPage title={say.nothingHereTitle} text={say.nothingHereText}>
      <Link href={homeAt.to()} asChild>
        <LinkButton kind="primary">{say.toOverview}</LinkButton>
      </Link>
    </ShellPage>
  );
}

function ShellPage({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const say = useMessages(messages);
  const room = useRoom();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Samenbeter`;
    heading.current?.focus();
  }, [title]);
  return (
    <Page room={room} skipLabel={say.skip} width="reading" brand="Samenbeter">
      <Stack gap={4}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        <p>{text}</p>
        <Row>{children}</Row>
      </Stack>
    </Page>
  );
}
