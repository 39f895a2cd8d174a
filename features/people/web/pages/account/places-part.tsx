import { Link } from 'wouter';
import { useMessages } from '#packages/i18n/react';
import { Card, EmptyState, Icon, LinkButton, Row, SectionHeading } from '#packages/ui';
import { joinAt, schoolAt, teamAt } from '../../addresses.ts';
import { useMe } from '../../me.tsx';
import { useMay } from '../../rights.tsx';
import { words } from '../../words.ts';
import styles from './account.module.css';
import { messages } from './messages.ts';

/** The boards that somebody may open, and the schools they belong to. */
export function PlacesPart() {
  const say = useMessages(messages);
  const { kind, role } = useMessages(words);
  const { teams, schools } = useMe();
  const may = useMay();
  return (
    <Card aria-labelledby="account-places">
      <SectionHeading id="account-places">{say.places}</SectionHeading>
      {teams.length === 0 ? (
        <EmptyState
          title={say.noPlaces}
          action={
            <Link href={joinAt.to({})} asChild>
              <LinkButton>{say.join}</LinkButton>
            </Link>
          }
        >
          {say.noPlacesText}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {teams
            .filter(({ improvementBoardId }) => improvementBoardId === null)
            .map((team) => (
              <li key={team.id} data-accent={team.accent} className={styles.line}>
                <span className={styles.dot} />
                <div className={styles.words}>
                  <Link href={teamAt.to({ team: team.id })} className={styles.strong}>
                    {team.name}
                  </Link>
                  <p className={styles.hint}>
                    {kind[team.kind]} · {say.place[team.place ?? 'looksOn']} · {team.schoolName}
                  </p>
                </div>
              </li>
            ))}
        </ul>
      )}
      <ul className={styles.list}>
        {schools
          .filter(({ school }) => may('school.teams', school))
          .map((school) => (
            <li key={school.id} className={styles.line}>
              <div className={styles.words}>
                <p className={styles.strong}>{school.name}</p>
                {school.roles.length > 0 && (
                  <p className={styles.hint}>{school.roles.map((held) => role[held]).join(', ')}</p>
                )}
              </div>
              <Link href={schoolAt.to({ school: school.id })} asChild>
                <LinkButton size="small" kind="quiet">
                  {say.toSchool}
                </LinkButton>
              </Link>
            </li>
          ))}
      </ul>
      {teams.length > 0 && (
        <Row>
          <Link href={joinAt.to({})} asChild>
            <LinkButton size="small" icon={<Icon name="plus" />}>
              {say.join}
            </LinkButton>
          </Link>
        </Row>
      )}
    </Card>
  );
}
