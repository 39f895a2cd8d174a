import { useState } from 'react';
import { openVisits, type VisitPair, visitsSince, visitsToAskAbout } from '#features/visits/domain';
import { useMessages } from '#packages/i18n/react';
import { addDays } from '#packages/kernel';
import { BoardPart, Button, EmptyState, Icon, later, type PartLook } from '#packages/ui';
import { useVisits } from './use-visits.ts';
import { VisitLine } from './visit-line.tsx';
import { messages } from './visit-messages.ts';
import styles from './visits.module.css';

const VisitDialog = later(async () => (await import('./visit-dialog.tsx')).VisitDialog);

const DAYS_COUNTED = 28;

/** Who looks in whose lesson: to come, and whether it took place. What was seen stays between those people. */
export function VisitsPart({ look }: { look: PartLook }) {
  const { state, today, may } = useVisits();
  const say = useMessages(messages);
  const [open, setOpen] = useState<VisitPair | 'new' | null>(null);
  const mayWrite = may('visits.plan');
  const toAsk = visitsToAskAbout(state, today);
  const toCome = openVisits(state).filter((visit) => !toAsk.includes(visit));
  const count = visitsSince(state, addDays(today, -DAYS_COUNTED)).length;
  const visits = [...toAsk, ...toCome];

  const plan = (
    <Button size="small" icon={<Icon name="plus" />} onClick={() => setOpen('new')}>
      {say.planVisit}
    </Button>
  );

  return (
    <BoardPart
      look={look}
      remark={count > 0 && say.count(count)}
      footer={mayWrite && visits.length > 0 ? plan : undefined}
      onWrite={() => setOpen('new')}
    >
      {visits.length === 0 ? (
        <EmptyState
          title={say.emptyTitle}
          example={say.ghost}
          exampleLabel={say.example}
          action={mayWrite && plan}
        >
          {say.emptyText}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {visits.map((visit) => (
            <VisitLine
              key={visit.id}
              visit={visit}
              ask={toAsk.includes(visit)}
              onEdit={mayWrite ? () => setOpen(visit) : null}
            />
          ))}
        </ul>
      )}
      {open !== null && <VisitDialog visit={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </BoardPart>
  );
}
