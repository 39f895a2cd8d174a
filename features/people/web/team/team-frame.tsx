import { type ReactNode, useEffect, useMemo } from 'react';
import { teamIn } from '#features/people/domain';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { dayIn, type Refusal } from '#packages/kernel';
import { useSurroundings } from '#packages/pages';
import { StreamsProvider, useStreamClient, useStreamStanding } from '#packages/sync/react';
import { useToasts } from '#packages/ui';
import { useMe, useStanding } from '../me.tsx';
import { useMyTeam } from '../my-team.ts';
import { useMay } from '../rights.tsx';
import { messages } from './messages.ts';
import { OpeningTeam, UnreachableTeam } from './opening.tsx';

/**
 * Opens a team's stream and its school's on this device, and keeps them open for everything inside: the board, its session,
 * its people. The team's has to be there; what the school shares comes beside it when it comes.
 */
export function TeamFrame({ teamId, children }: { teamId: string; children: ReactNode }) {
  const me = useMe();
  const place = useMyTeam(teamId);
  const memberId = place?.memberId ?? null;
  const may = useMay();
  const team = useStreamClient({ kind: 'team', id: teamId }, memberId);
  const school = useStreamClient(place ? { kind: 'school', id: place.schoolId } : null, null);
  const { isThere, connection } = useStreamStanding(team);
  const isSchoolThere = useStreamStanding(school).isThere;
  const { refresh } = useStanding();
  // Signed out from elsewhere, or a screen that was un-paired: the way in comes by itself, without a tap.
  useEffect(() => {
    if (connection === 'signed-out') void refresh();
  }, [connection, refresh]);
  const { refusalText } = useSurroundings();
  const toasts = useToasts();
  const { language } = useLanguage();
  const say = useMessages(messages);

  const streams = useMemo(() => {
    const mayInTeam = (capability: string) =>
      place !== undefined && may(capability, teamIn(place.school, place, dayIn(Date.now())));
    const mayInSchool = (capability: string) => place !== undefined && may(capability, place.school);
    const common = {
      isDisplay: me.actor.kind === 'display',
      tellDone: (text: string, undo: (() => void) | null) => {
        toasts.show({ text, ...(undo ? { undo: { label: say.undo, onUndo: undo } } : {}) });
      },
      tellRefused: (refusal: Refusal) => {
        toasts.show({ text: refusalText(refusal, language), tone: 'warning' });
      },
    };
    return [
      ...(team ? [{ ...common, client: team, memberId, may: mayInTeam }] : []),
      ...(school && isSchoolThere ? [{ ...common, client: school, memberId: null, may: mayInSchool }] : []),
    ];
  }, [team, school, isSchoolThere, memberId, me, may, place, toasts, say, language, refusalText]);

  if (!isThere || connection === 'gone' || connection === 'signed-out') {
    return connection === 'opening' ? <OpeningTeam /> : <UnreachableTeam connection={connection} />;
  }
  return <StreamsProvider streams={streams}>{children}</StreamsProvider>;
}
