import { useState } from 'react';
import { Link } from 'wouter';
import { isOver, type SchoolThing, type TeamOfSchool, teamIn } from '#features/people/domain';
import { sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { dayIn } from '#packages/kernel';
import { Button, Card, EmptyState, Icon, LinkButton, SectionHeading } from '#packages/ui';
import { teamAt, teamPeopleAt } from '../../addresses.ts';
import { useMay } from '../../rights.tsx';
import { words } from '../../words.ts';
import { MakeTeamDialog } from './make-team-dialog.tsx';
import { messages } from './messages.ts';
import styles from './school.module.css';

export function TeamsPart({
  school,
  teams,
  mayManage,
  again,
}: {
  school: SchoolThing;
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
              <TeamLine key={team.id} team={team} school={school} />
            ))}
          </ul>
          {make && <div>{make}</div>}
        </>
      )}
      {isMaking && (
        <MakeTeamDialog schoolId={school.schoolId} again={again} onClose={() => setMaking(false)} />
      )}
    </Card>
  );
}

function TeamLine({ team, school }: { team: TeamOfSchool; school: SchoolThing }) {
  const say = useMessages(messages);
  const { kind } = useMessages(words);
  const may = useMay();
  const today = dayIn(Date.now());
  const { language } = useLanguage();
  const seesPeople = may('team.people', teamIn(school, team, today));
  return (
    <li className={styles.line} data-accent={team.accent}>
      <span className={styles.dot} />
      <div className={styles.words}>
        {team.mayRead ? (
          <Link href={teamAt.to({ team: team.id })} className={styles.name}>
            {team.name}
          </Link>
        ) : (
          <p className={styles.name}>{team.name}</p>
        )}
        <p className={styles.about}>
          {kind[team.kind]}
          {team.theme !== null && ` · ${team.theme}`}
          {team.endsOn !== null &&
            ` · ${(isOver(team, today) ? say.wasUntil : say.until)(sayDay(team.endsOn, today, language))}`}
          {!team.mayRead && ` · ${say.closed}`}
        </p>
      </div>
      {seesPeople && team.mayRead && (
        <Link href={teamPeopleAt.to({ team: team.id })} asChild>
          <LinkButton size="small" kind="quiet" icon={<Icon name="people" />}>
            {say.people}
          </LinkButton>
        </Link>
      )}
    </li>
  );
}
