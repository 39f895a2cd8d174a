import { type ReactNode, useMemo, useRef } from 'react';
import { Link, useLocation, useRouter } from 'wouter';
import { isOver, type Me } from '#features/people/domain';
import { useMay } from '#features/people/web';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { dayIn } from '#packages/kernel';
import { SurroundingsProvider, useSurroundings } from '#packages/pages';
import { Icon, Menu } from '#packages/ui';
import styles from './frame.module.css';
import { messages } from './messages.ts';
import { pages } from './pages.tsx';
import { doorsOf, otherTeamAt, pageAt, type Reach, waysBehind } from './where.ts';

/** What every page of a person has around it: the doors, the switch of teams, and who they are. */
export function Frame({ me, children }: { me: Me; children: ReactNode }) {
  const [here] = useLocation();
  const { parser } = useRouter();
  const around = useSurroundings();
  const found = pageAt(pages, here, parser);
  const place = found?.page.place;
  const team = useTeam(me, found?.params.team);
  const reach = useReach(me, team?.id ?? null, found?.params.school);
  const behind = useMemo(
    () =>
      place?.tab
        ? waysBehind(place.door, pages, reach).map((way) => ({
            ...way,
            isHere: way.path === found?.page.path,
          }))
        : [],
    [place, reach, found?.page.path],
  );
  const { language } = useLanguage();
  const surroundings = useMemo(
    () => ({ ...around, tabs: behind.map((way) => ({ ...way, title: way.title[language] })) }),
    [around, behind, language],
  );

  // The same tree with doors and without, so that a page keeps its state.
  return (
    <SurroundingsProvider value={surroundings}>
      <div
        className={place ? styles.frame : undefined}
        data-framed={place ? '' : undefined}
        data-slim={found?.page.for === 'team' || undefined}
      >
        {place && <Doors me={me} team={team} reach={reach} path={found.page.path} door={place.door} />}
        <div className={styles.page}>{children}</div>
      </div>
    </SurroundingsProvider>
  );
}

type Team = Me['teams'][number];

function Doors({
  me,
  team,
  reach,
  path,
  door,
}: {
  me: Me;
  team: Team | null;
  reach: Reach;
  path: string;
  door: Parameters<typeof doorsOf>[2];
}) {
  const say = useMessages(messages);
  const { language } = useLanguage();
  const { account } = useSurroundings();
  const [, navigate] = useLocation();
  const teams = me.teams.filter((one) => !isOver(one, dayIn(Date.now())));
  return (
    <>
      <a href="#main" className={styles.skip}>
        {say.skip}
      </a>
      <nav aria-label={say.doors} className={styles.strip} data-accent={team?.accent}>
        {team && (
          <div className={styles.team}>
            <span className={styles.mark} aria-hidden="true" />
            <span className={styles.name}>{team.name}</span>
            {teams.length > 1 && (
              <Menu
                label={say.otherTeam}
                icon={<Icon name="down" />}
                items={teams.map((one) => ({
                  id: one.id,
                  label: one.name,
                  ...(me.schoolsInAll > 1 && { hint: one.schoolName }),
                  chosen: one.id === team.id,
                  onSelect: () => navigate(otherTeamAt(one.id, path, pages, reach) ?? path),
                }))}
              />
            )}
          </div>
        )}
        <div className={styles.doors}>
          {doorsOf(pages, reach, path === account?.href ? null : door).map(
            ({ name, title, icon, href, isHere }) => (
              <Link key={name} href={href} className={styles.door} aria-current={isHere ? 'true' : undefined}>
                <Icon name={icon} />
                <span>{title[language]}</span>
              </Link>
            ),
          )}
          {account && (
            <Link
              href={account.href}
              className={styles.door}
              aria-current={path === account.href ? 'page' : undefined}
            >
              <Icon name="settings" />
              <span>{say.you}</span>
            </Link>
          )}
        </div>
      </nav>
    </>
  );
}

/** The team in the address; elsewhere the one that was looked at last, or else the first that one belongs to. */
function useTeam(me: Me, inPath: string | undefined): Team | null {
  const last = useRef<string | undefined>(undefined);
  if (inPath !== undefined) last.current = inPath;
  const known = me.teams.find(({ id }) => id === last.current);
  return (
    known ??
    me.teams.find(({ place, improvementBoardId }) => place === 'member' && improvementBoardId === null) ??
    me.teams[0] ??
    null
  );
}

function useReach(me: Me, team: string | null, schoolHere: string | undefined): Reach {
  const may = useMay();
  return useMemo(
    () => ({
      team,
      schoolWhere: (capability) =>
        me.schools
          .toSorted((a) => (a.id === schoolHere ? -1 : 0))
          .find(({ school }) => may(capability, school))?.id ?? null,
    }),
    [me, team, schoolHere, may],
  );
}
