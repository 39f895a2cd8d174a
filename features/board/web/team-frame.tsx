import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { refusalText, teamStream } from '#features/board/domain';
import { can, type TeamCapability } from '#features/people/domain';
import { useMe, useStanding } from '#features/people/web';
import { useLanguage, useMessages } from '#packages/i18n/react';
import type { Refusal } from '#packages/kernel';
import type { AnyState } from '#packages/sync';
import { browserStore, browserTransport, shareAmongTabs, TeamClient } from '#packages/sync/client';
import { TeamProvider } from '#packages/sync/react';
import { useToasts } from '#packages/ui';
import { messages } from './messages.ts';
import { OpeningBoard, UnreachableBoard } from './opening.tsx';

/**
 * Opens a team's stream on this device and keeps it open for everything inside: the board, its session, its people.
 */
export function TeamFrame({ teamId, children }: { teamId: string; children: ReactNode }) {
  const me = useMe();
  const place = me.teams.find((team) => team.id === teamId);
  const memberId = place?.memberId ?? null;
  const client = useOpenClient(teamId, memberId);
  const view = useSyncExternalStore(client.watch, client.view);
  const { refresh } = useStanding();
  // Signed out from elsewhere, or a screen that was un-paired: the way in comes by itself, without a tap.
  useEffect(() => {
    if (view.connection === 'signed-out') void refresh();
  }, [view.connection, refresh]);
  const toasts = useToasts();
  const { language } = useLanguage();
  const say = useMessages(messages);

  const surroundings = useMemo(
    () => ({
      client,
      teamId,
      memberId,
      isDisplay: me.actor.kind === 'display',
      may: (capability: string) =>
        place !== undefined &&
        can(me.actor, capability as TeamCapability, { schoolId: place.schoolId, teamId, kind: place.kind }),
      tellDone: (text: string, undo: (() => void) | null) => {
        toasts.show({ text, ...(undo ? { undo: { label: say.undo, onUndo: undo } } : {}) });
      },
      tellRefused: (refusal: Refusal) => {
        toasts.show({ text: refusalText(refusal, language), tone: 'warning' });
      },
    }),
    [client, teamId, memberId, me, place, toasts, say, language],
  );

  if (!view.state || view.connection === 'gone' || view.connection === 'signed-out') {
    return view.connection === 'opening' ? (
      <OpeningBoard />
    ) : (
      <UnreachableBoard connection={view.connection} />
    );
  }
  return <TeamProvider {...surroundings}>{children}</TeamProvider>;
}

function useOpenClient(teamId: string, memberId: string | null): TeamClient<AnyState> {
  const [client, setClient] = useState(() => makeClient(teamId, memberId));
  useEffect(() => {
    const made = makeClient(teamId, memberId);
    setClient(made);
    let close = () => {};
    let isOver = false;
    void made.open().then(() => {
      if (!isOver) close = shareAmongTabs(made, teamId);
    });
    return () => {
      isOver = true;
      close();
    };
  }, [teamId, memberId]);
  return client;
}

const makeClient = (teamId: string, memberId: string | null) =>
  new TeamClient<AnyState>({
    definition: teamStream,
    transport: browserTransport(teamId),
    store: browserStore(teamId),
    teamId,
    memberId,
  });
