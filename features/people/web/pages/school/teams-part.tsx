import { useState } from 'react';
import { Link } from 'wouter';
import { can, type TeamOfSchool } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { Button, Card, EmptyState, Icon, LinkButton, SectionHeading } from '#packages/ui';
import { useMe } from '../../me.tsx';
import { words } from '../../words.ts';
import { MakeTeamDialog } from './make-team-dialog.tsx';
import { messages } from './messages.ts';
import styles from './school.module.css';

export function TeamsPart({
  schoolId,
  teams,
  mayManage,
  again,
}: {
  schoolId: string;
  teams: readonly TeamOfSchool[];
  mayManage: boolean;
  again: () => Promise<void>;
}) {
  const say = useMessages(messages);
  const [isMaking, setMaking] = useState(false);
  const make = mayManage && (
    <Button icon={<Icon name="plus" />} onClick={() => setMaking(true)}>
      {say.makeTeam}
    </Button>
  );
  return (
    <Card aria-labelledby="school-teams">
      <SectionHeading id="school-teams" remark={say.count(teams.length)}>
        {say.teams}
      </SectionHeading>
      {teams.length === 0 ? (
        <EmptyState title={say.noTeams} action={make}>
          {say.noTeamsText}
        </EmptyState>
      ) : (
        <>
          <ul className={styles.list}>
            {teams.map((team) => (
              <TeamLine key={team.id} team={team} schoolId={schoolId} />
            ))}
          </ul>
          {make && <div>{make}</div>}
        </>
      )}
      {isMaking && <MakeTeamDialog schoolId={schoolId} again={again} onClose={() => setMaking(false)} />}
    </Card>
  );
}

function TeamLine({ team, schoolId }: { team: TeamOfSchool; schoolId: string }) {
  const say = useMessages(messages);
  const { kind } = useMessages(words);
  const { actor } = useMe();
  const mayManage = can(actor, 'team.manage', { schoolId, teamId: team.id, kind: team.kind });
  return (
    <li className={styles.line} data-accent={team.accent}>
      <span className={styles.dot} />
      <div className={styles.words}>
        {team.mayRead ? (
          <Link href={`/team/${team.id}`} className={styles.name}>
            {team.name}
          </Link>
        ) : (
          <p className={styles.name}>{team.name}</p>
        )}
        <p className={styles.about}>
          {kind[team.kind]}
          {!team.mayRead && ` · ${say.closed}`}
        </p>
      </div>
      {mayManage && team.mayRead && (
        <Link href={`/team/${team.id}/people`} asChild>
          <LinkButton size="small" kind="quiet" icon={<Icon name="people" />}>
            {say.people}
          </LinkButton>
        </Link>
      )}
    </li>
  );
}
