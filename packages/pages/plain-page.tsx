import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useMessages } from '#packages/i18n/react';
import { type Accent, Icon, LinkButton, Page, type Room, Stack, useRoom, VisuallyHidden } from '#packages/ui';
import { LookChoices } from './look-choices.tsx';
import { messages } from './messages.ts';
import styles from './plain-page.module.css';
import { useSurroundings } from './surroundings.tsx';
import { Tabs } from './tabs.tsx';

export type PlainPageProps = {
  title: string;
  /** A sentence or two below the title. */
  intro?: ReactNode;
  /** Where this page belongs: a link above the title. */
  back?: { readonly href: string; readonly label: string };
  /** Small line above the title: what kind of thing this page is about. */
  eyebrow?: ReactNode;
  /** A picture beside the title, where there is room for it. */
  picture?: ReactNode;
  accent?: Accent | undefined;
  /** `door`: one thing to do, in the middle; `reading`: a column; `full`: several beside each other. */
  width?: 'door' | 'reading' | 'full';
  /** These pages are for a hand or a desk; only what hangs on the wall is as large as the wall. */
  room?: Room;
  children?: ReactNode;
};

/** A page beside the board. */
export function PlainPage({
  title,
  intro,
  back,
  eyebrow,
  picture,
  accent,
  width = 'reading',
  room,
  children,
}: PlainPageProps) {
  const say = useMessages(messages);
  const roomHere = useRoom();
  const { home, isIn, account } = useSurroundings();
  const heading = useHeadingFocus();
  useDocumentTitle(title);

  return (
    <Page
      room={room ?? (roomHere === 'wall' ? 'desk' : roomHere)}
      accent={accent}
      skipLabel={say.skip}
      width={width === 'reading' ? 'reading' : 'full'}
      brand={
        <Link href={home} className={styles.home} aria-label={isIn ? say.home : say.homeSignedOut}>
          Samenbeter
        </Link>
      }
      actions={
        <>
          {/* On a phone these stand on the account page, which is one tap away. */}
          {!(account && roomHere === 'phone') && <LookChoices isShort={roomHere === 'phone'} />}
          {account && (
            <Link href={account.href} asChild>
              <LinkButton kind="quiet" size="small" icon={<Icon name="settings" />}>
                {account.name}
                <VisuallyHidden>: {say.account}</VisuallyHidden>
              </LinkButton>
            </Link>
          )}
        </>
      }
    >
      <Stack gap={5} className={styles[width]}>
        <header className={styles.top}>
          <div className={styles.head}>
            {back && (
              <Link href={back.href} className={styles.back}>
                <Icon name="back" />
                {back.label}
              </Link>
            )}
            {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
            <h1 ref={heading} tabIndex={-1} className={styles.title}>
              {title}
            </h1>
            {intro && <div className={styles.intro}>{intro}</div>}
          </div>
          {picture}
        </header>
        <Tabs />
        {children}
      </Stack>
    </Page>
  );
}

/** Says the new page to a screen reader, and starts the keyboard at its top; a field that asks for the focus keeps it. */
function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLInputElement)) heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return heading;
}

function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Samenbeter`;
  }, [title]);
}
