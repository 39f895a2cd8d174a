import { useLocation } from 'wouter';
import { demonstrationContract, displayContract, type GroupToBe } from '#features/people/domain';
import { call } from '#packages/http/client';
import type { Language } from '#packages/i18n';
import { useLanguage } from '#packages/i18n/react';
import { type Doing, useDoing } from '#packages/pages';
import { homeAt, teamAt } from '../../addresses.ts';
import { useStanding } from '../../me.tsx';

export type Entering = Doing & {
  readonly enterAs: (personId: string) => void;
  readonly openDisplay: (team: GroupToBe, name: string, language: Language) => void;
};

/** One click: somebody's place, or a team's wall screen. The product goes on in the language of that school. */
export function useEntering(): Entering {
  const { refresh } = useStanding();
  const [, go] = useLocation();
  const doing = useDoing();
  const { language: spoken, setLanguage } = useLanguage();
  const goOnIn = (language: Language) => {
    if (language !== spoken) setLanguage(language);
  };

  const enterAs = (personId: string) =>
    void doing.act(async () => {
      await call(demonstrationContract.enter, { body: { personId } });
      const me = await refresh();
      if (me) goOnIn(me.language);
      const own =
        me?.teams.filter(
          ({ place, improvementBoardId }) => place === 'member' && improvementBoardId === null,
        ) ?? [];
      go(own.length === 1 && own[0] ? teamAt.to({ team: own[0].id }) : homeAt.to());
    });

  /** What a team does in two steps, with the screen and with a phone, in one: this browser is both for a moment. */
  const openDisplay = ({ team, people }: GroupToBe, name: string, language: Language) =>
    void doing.act(async () => {
      const somebody = people[0];
      if (!team || !somebody) return;
      const { code } = await call(displayContract.startPairing);
      await call(demonstrationContract.enter, { body: { personId: somebody.personId } });
      await call(displayContract.pair, { params: { team: team.id }, body: { code, name } });
      await call(displayContract.collectSession);
      await refresh();
      goOnIn(language);
      go(teamAt.to({ team: team.id }));
    });

  return { ...doing, enterAs, openDisplay };
}
