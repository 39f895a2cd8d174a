import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import {
  fixedMomentOf,
  nextSession,
  type ProgrammeItem,
  programmeOf,
  type SessionDay,
  upcomingLeaders,
} from '#features/rhythm/domain';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { useWaiting } from '#packages/sync/react';
import { BoardPart, EmptyState, Icon, LinkButton, type PartLook, VisuallyHidden } from '#packages/ui';
import { rhythmAt } from './addresses.ts';
import styles from './programme.module.css';
import { ProgrammeComposer } from './programme-composer.tsx';
import { messages } from './rhythm-messages.ts';
import { LeaderDialog, ProgrammeItemDialog, SessionDialog } from './shown-later.ts';
import { useNames, useRhythm } from './use-rhythm.ts';
import { whoText } from './who-text.ts';

/** The next session on the board: when, who leads, what about, what happens. */
export function ProgrammePart({ look }: { look: PartLook }) {
  const { state, teamId, today, may } = useRhythm();
  const { language } = useLanguage();
  const say = useMessages(messages);
  const next = nextSession(state, today);
  const mayWrite = may('rhythm.plan');
  const remark = next && [sayDay(next.day, today, language), next.startsAt].filter(Boolean).join(', ');

  return (
    <BoardPart
      look={look}
      remark={remark}
      footer={next && mayWrite ? <ProgrammeComposer day={next.day} /> : undefined}
    >
      {next ? (
        <NextProgramme next={next} mayWrite={mayWrite} />
      ) : (
        <EmptyState
          title={say.emptyTitle}
          example={say.emptyGhost}
          exampleLabel={say.emptyExample}
          action={
            mayWrite &&
            fixedMomentOf(state) === null && (
              <Link href={rhythmAt.to({ team: teamId })} asChild>
                <LinkButton>{say.emptyStep}</LinkButton>
              </Link>
            )
          }
        >
          {say.emptyText}
        </EmptyState>
      )}
    </BoardPart>
  );
}

function NextProgramme({ next, mayWrite }: { next: SessionDay; mayWrite: boolean }) {
  const { state, today } = useRhythm();
  const nameOf = useNames();
  const say = useMessages(messages);
  const [open, setOpen] = useState<'leader' | 'session' | ProgrammeItem | null>(null);
  const [turn, after] = upcomingLeaders(state, today, 2);
  const lines = programmeOf(state, next.day);
  const subject = next.planned?.subject ?? null;
  const leads = turn?.leader ? say.leads(nameOf(turn.leader.memberId)) : say.nobodyLeads;
  const then = after?.leader ? say.afterwards(nameOf(after.leader.memberId)) : null;

  return (
    <>
      <RowButton label={say.changeLeader} onClick={mayWrite ? () => setOpen('leader') : null}>
        <strong>{leads}</strong>
        <span className={styles.quiet}>{[then, next.place].filter(Boolean).join(' · ')}</span>
      </RowButton>
      {(subject !== null || mayWrite) && (
        <RowButton label={say.editSession} onClick={mayWrite ? () => setOpen('session') : null}>
          {subject === null ? (
            <span className={styles.quiet}>{say.addSubject}</span>
          ) : (
            <strong>{subject}</strong>
          )}
        </RowButton>
      )}
      {lines.length === 0 ? (
        <p className={styles.quiet}>{say.noItems}</p>
      ) : (
        <ol className={styles.lines}>
          {lines.map(({ item, startsAt }) => (
            <Line
              key={item.id}
              item={item}
              startsAt={startsAt}
              onEdit={mayWrite ? () => setOpen(item) : null}
            />
          ))}
        </ol>
      )}
      {open === 'leader' && <LeaderDialog onClose={() => setOpen(null)} />}
      {open === 'session' && (
        <SessionDialog day={next.day} planned={next.planned} onClose={() => setOpen(null)} />
      )}
      {open !== null && typeof open === 'object' && (
        <ProgrammeItemDialog item={open} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

/** A line that opens what it says; plain text for who only looks. */
function RowButton({
  label,
  onClick,
  children,
}: {
  label: string;
  onClick: (() => void) | null;
  children: ReactNode;
}) {
  if (!onClick) return <p className={styles.row}>{children}</p>;
  return (
    <button type="button" className={styles.row} onClick={onClick} title={label}>
      <span className={styles.rowWords}>{children}</span>
      <Icon name="edit" />
      <VisuallyHidden>{label}</VisuallyHidden>
    </button>
  );
}

function Line({
  item,
  startsAt,
  onEdit,
}: {
  item: ProgrammeItem;
  startsAt: string | null;
  onEdit: (() => void) | null;
}) {
  const nameOf = useNames();
  const { language } = useLanguage();
  const say = useMessages(messages);
  const isWaiting = useWaiting();
  const who = whoText(item, nameOf, language);
  const content = (
    <>
      <span className={styles.time}>
        {startsAt ?? (item.minutes === null ? '' : say.minutesShort(item.minutes))}
      </span>
      <span className={styles.what}>
        {item.subject}
        {who && <span className={styles.who}> {who}</span>}
        {isWaiting(item.id) && <span className={styles.who}> ({say.notSent})</span>}
      </span>
      <span className={styles.minutes}>
        {startsAt !== null && item.minutes !== null && say.minutesShort(item.minutes)}
      </span>
    </>
  );
  return (
    <li data-record={item.id}>
      {onEdit ? (
        <button type="button" className={styles.line} onClick={onEdit}>
          {content}
        </button>
      ) : (
        <span className={styles.line}>{content}</span>
      )}
    </li>
  );
}
