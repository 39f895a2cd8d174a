import { useState } from 'react';
import { Link } from 'wouter';
import { teamIn } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { dayIn } from '#packages/kernel';
import { PlainPage } from '#packages/pages';
import { Card, LinkButton } from '#packages/ui';
import { teamAt } from '../../addresses.ts';
import { useMe } from '../../me.tsx';
import { useMay } from '../../rights.tsx';
import { messages } from './messages.ts';
import { PairForm, type TeamToShow } from './pair-form.tsx';

/** Behind the QR code of a wall screen: somebody with a phone says whose board it is to be. */
export function PairScreenPage({ code }: { code: string }) {
  const say = useMessages(messages);
  const { teams } = useMe();
  const may = useMay();
  const [paired, setPaired] = useState<TeamToShow | null>(null);
  const mine = teams.filter((team) => may('team.screens', teamIn(team.school, team, dayIn(Date.now()))));
  if (paired)
    return (
      <PlainPage key="paired" title={say.doneTitle} intro={<p>{say.done(paired.name)}</p>} width="door">
        <div>
          <Link href={teamAt.to({ team: paired.id })} asChild>
            <LinkButton kind="primary">{say.toBoard}</LinkButton>
          </Link>
        </div>
      </PlainPage>
    );
  return (
    <PlainPage key="pair" title={say.pairTitle} intro={<p>{say.pairIntro}</p>} width="door">
      {mine.length === 0 ? (
        <p>{say.noTeam}</p>
      ) : (
        <Card>
          <PairForm firstCode={code} teams={mine} onPaired={setPaired} />
        </Card>
      )}
    </PlainPage>
  );
}
