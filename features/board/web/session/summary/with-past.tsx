import type { ReactNode } from 'react';
import { boardPart, meantBy, type TeamState } from '#features/board/domain';
import { OpeningTeam } from '#features/people/web';
import { useMessages } from '#packages/i18n/react';
import { type ArchiveStanding, WithArchive } from '#packages/sync/react';
import { Banner, Button } from '#packages/ui';
import { summaryMessages } from './summary-messages.ts';

/** All sessions that have been, the old ones too, with what came out of them. */
export function WithAllSessions({ children }: { children: ReactNode }) {
  return (
    <WithArchive
      part={boardPart}
      all={SESSIONS}
      wants={(state: TeamState) => meantBy(state.boardSession.all())}
      notice={(standing, again) => <PastNotice standing={standing} again={again} />}
    >
      {children}
    </WithArchive>
  );
}

const SESSIONS = ['boardSession'] as const;

/** One session, however long ago, with what came out of it. */
export function WithSession({ sessionId, children }: { sessionId: string; children: ReactNode }) {
  return (
    <WithArchive
      part={boardPart}
      wants={(state: TeamState) => {
        const session = state.boardSession.get(sessionId);
        return session ? meantBy([session]) : { boardSession: [sessionId] };
      }}
      until={(state: TeamState) => state.boardSession.has(sessionId)}
      meanwhile={<OpeningTeam />}
      notice={(standing, again) => <PastNotice standing={standing} again={again} />}
    >
      {children}
    </WithArchive>
  );
}

function PastNotice({ standing, again }: { standing: ArchiveStanding; again: () => void }) {
  const say = useMessages(summaryMessages);
  if (standing !== 'unreachable') return null;
  return (
    <Banner
      tone="waiting"
      announce="polite"
      actions={
        <Button size="small" onClick={again}>
          {say.pastAgain}
        </Button>
      }
    >
      {say.pastUnreachable}
    </Banner>
  );
}
