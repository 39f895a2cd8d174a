import { useCallback, useEffect, useState } from 'react';
import { TeamPage } from '#features/people/web';
import { type SaidByKey, useFaces } from '#packages/feature/web';
import { call } from '#packages/http/client';
import { sayFullDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { timeIn } from '#packages/kernel';
import { useDoing } from '#packages/pages';
import { type Deed, historyPage, refText, streamContract } from '#packages/sync';
import { Banner, Button, EmptyState } from '#packages/ui';
import { useBoard, useCallName } from '../use-board.ts';
import styles from './history.module.css';
import { historyMessages } from './history-messages.ts';
import { aboutWhat, byDay, doerOf, isOwnLeave } from './history-view.ts';

/** Who did what, by day: for the team itself (E7). */
export function HistoryPage() {
  const say = useMessages(historyMessages);
  const { deeds, isAll, busy, isUnreachable, earlier } = useDeeds();
  const told = useDeedWords();
  const days = told ? byDay(deeds, told) : [];
  return (
    <TeamPage title={say.title} width="reading">
      <p className={styles.intro}>{say.intro}</p>
      {days.map(({ day, deeds }) => (
        <OneDay key={day} day={day} deeds={deeds} told={told ?? {}} />
      ))}
      {isAll && told && days.length === 0 && <EmptyState title={say.nothing}>{say.nothingText}</EmptyState>}
      {isUnreachable && (
        <Banner icon="info" actions={<Button onClick={earlier}>{say.again}</Button>}>
          {say.unreachable}
        </Banner>
      )}
      {!isAll && !isUnreachable && (
        <Button className={styles.earlier} onClick={earlier} disabled={busy}>
          {busy ? say.asking : say.earlier}
        </Button>
      )}
    </TeamPage>
  );
}

function useDeeds() {
  const { ref } = useBoard();
  const [deeds, setDeeds] = useState<readonly Deed[]>([]);
  const [isAll, setIsAll] = useState(false);
  const { busy, fault, act } = useDoing();
  const before = deeds.at(-1)?.seq;
  const stream = refText(ref);
  const earlier = useCallback(
    () =>
      void act(async () => {
        const query = before === undefined ? {} : { before };
        const page = await call(streamContract.history, { params: { stream }, query });
        setDeeds((known) => [...known, ...page.deeds]);
        setIsAll(page.deeds.length < historyPage);
      }),
    [act, stream, before],
  );
  // The first page, once; the others when they are asked for.
  useEffect(earlier, [stream]);
  return { deeds, isAll, busy, isUnreachable: fault !== null, earlier };
}

type Told = Readonly<Record<string, string>>;

/** What the features call what was done; null until the words are there. */
function useDeedWords(): Told | null {
  const { deeds } = useFaces();
  const { language } = useLanguage();
  const [words, setWords] = useState<SaidByKey | null>(null);
  useEffect(() => {
    let isOver = false;
    // Without a network they come with the next visit; the page says itself that it needs a connection.
    deeds().then(
      (all) => !isOver && setWords(all),
      () => {},
    );
    return () => {
      isOver = true;
    };
  }, [deeds]);
  return words?.[language] ?? null;
}

function OneDay({ day, deeds, told }: { day: string; deeds: readonly Deed[]; told: Told }) {
  const { state } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(historyMessages);
  const called = useCallName();
  const who = (deed: Deed): string => {
    const name = called(doerOf(deed));
    if (name !== null) return name;
    if (deed.byOutsider) return say.somebody;
    return deed.name === 'session.closeForgotten' ? say.clock : say.display;
  };
  return (
    <section className={styles.day}>
      <h2>{sayFullDay(day, language)}</h2>
      <ol className={styles.deeds}>
        {deeds.map((deed) => {
          const about = aboutWhat(deed, state);
          return (
            <li key={deed.seq}>
              <time dateTime={deed.at}>{timeIn(new Date(deed.at))}</time>
              <p>
                <strong>{who(deed)}</strong> {isOwnLeave(deed) ? say.left : told[deed.name]}
                {about !== null && <span className={styles.about}>{about}</span>}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
