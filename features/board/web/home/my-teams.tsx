import { Link } from 'wouter';
import { can, type Me } from '#features/people/domain';
import { words } from '#features/people/web';
import { useMessages } from '#packages/i18n/react';
import { Icon } from '#packages/ui';
import { addressOf } from '../addresses.ts';
import styles from './home.module.css';
import { homeMessages } from './home-messages.ts';
import { isSameWord, teamsOf } from './home-view.ts';

/** Every board that somebody may open: own teams first, then what a role lets them look at. */
export function MyTeams({ me }: { me: Me }) {
  const say = useMessages(homeMessages);
  const { own, others } = teamsOf(me.teams);
  const schools = [...new Map(me.teams.map((team) => [team.schoolId, team.schoolName]))];
  const manySchools = schools.length > 1;
  return (
    <>
      <Boards title={say.myTeams} teams={own} manySchools={manySchools} />
      <Boards title={say.otherBoards} teams={others} manySchools={manySchools} />
      {schools
        .filter(([schoolId]) => can(me.actor, 'school.manage', { schoolId }))
        .map(([schoolId, name]) => (
          <p key={schoolId}>
            <Link href={addressOf.school(schoolId)} className={styles.link}>
              {say.school(name)}
            </Link>
          </p>
        ))}
    </>
  );
}

function Boards({
  title,
  teams,
  manySchools,
}: {
  title: string;
  teams: readonly Me['teams'][number][];
  manySchools: boolean;
}) {
  const { kind } = useMessages(words);
  if (teams.length === 0) return null;
  return (
    <section className={styles.boards}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.teams}>
        {teams.map((team) => (
          <li key={team.id}>
            <Link href={addressOf.board(team.id)} className={styles.team}>
              <span>
                <strong>{team.name}</strong>
                <small>
                  {[
                    !isSameWord(kind[team.kind], team.name) && kind[team.kind],
                    manySchools && team.schoolName,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              <Icon name="next" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
