import { Link } from 'wouter';
import type { Me } from '#features/people/domain';
import { schoolAt, schoolsAt, teamAt, useMay, words } from '#features/people/web';
import { useMessages } from '#packages/i18n/react';
import { dayIn } from '#packages/kernel';
import { Icon } from '#packages/ui';
import styles from './home.module.css';
import { homeMessages } from './home-messages.ts';
import { isSameWord, teamsOf } from './home-view.ts';

/** Every board that somebody may open: own teams first, then what a role lets them look at. */
export function MyTeams({ me }: { me: Me }) {
  const say = useMessages(homeMessages);
  const { own, others, over } = teamsOf(me.teams, dayIn(Date.now()));
  const may = useMay();
  const manySchools = me.schoolsInAll > 1;
  return (
    <>
      <Boards title={say.myTeams} teams={own} manySchools={manySchools} />
      <Boards
        title={own.length > 0 ? say.otherBoards : say.boards}
        teams={others}
        manySchools={manySchools}
      />
      <Boards title={say.overTeams} teams={over} manySchools={manySchools} />
      {me.schools
        .filter(({ school }) => may('school.manage', school))
        .map(({ id, name }) => (
          <p key={id}>
            <Link href={schoolAt.to({ school: id })} className={styles.link}>
              {say.school(name)}
            </Link>
          </p>
        ))}
      {me.schoolsInAll > me.schools.length && (
        <p>
          <Link href={schoolsAt.to()} className={styles.link}>
            {say.allSchools(me.schoolsInAll)}
          </Link>
        </p>
      )}
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
  const say = useMessages(homeMessages);
  if (teams.length === 0) return null;
  return (
    <section className={styles.boards}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.teams}>
        {teams.map((team) => (
          <li key={team.id}>
            <Link href={teamAt.to({ team: team.id })} className={styles.team}>
              <span>
                <strong>{team.name}</strong>
                <small>
                  {[
                    !isSameWord(kind[team.kind], team.name) && kind[team.kind],
                    team.theme,
                    team.place === 'coach' && say.youGuide,
                    team.place === 'guest' && say.youJoinIn,
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
