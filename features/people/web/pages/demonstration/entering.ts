import { useLocation } from 'wouter';
import { ask } from '#packages/http/client';
import { useStanding } from '../../me.tsx';
import { type Doing, useDoing } from '../frame/asking.ts';
import type { GroupToBe } from './people-to-be.ts';

export type Entering = Doing & {
  readonly enterAs: (personId: string) => void;
  readonly openDisplay: (team: GroupToBe, name: string) => void;
};

/** One click: somebody's place, or a team's wall screen. */
export function useEntering(): Entering {
  const { refresh } = useStanding();
  const [, go] = useLocation();
  const doing = useDoing();

  const enterAs = (personId: string) =>
    void doing.act(async () => {
      await ask('POST', '/demonstration/enter', { personId });
      const me = await refresh();
      const own = me?.teams.filter((team) => team.memberId !== null) ?? [];
      go(own.length === 1 && own[0] ? `/team/${own[0].id}` : '/');
    });

  /** What a team does in two steps, with the screen and with a phone, in one: this browser is both for a moment. */
  const openDisplay = ({ team, people }: GroupToBe, name: string) =>
    void doing.act(async () => {
      const somebody = people[0];
      if (!team || !somebody) return;
      const { code } = await ask<{ code: string }>('POST', '/display/pairing');
      await ask('POST', '/demonstration/enter', { personId: somebody.personId });
      await ask('POST', `/teams/${team.id}/displays`, { code, name });
      await ask('POST', '/display/session');
      await refresh();
      go(`/team/${team.id}`);
    });

  return { ...doing, enterAs, openDisplay };
}
