import { createElement, type ReactNode, useEffect, useMemo } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import {
  accountAt,
  homeAt,
  MeProvider,
  RightsProvider,
  TeamFrame,
  teamAt,
  useMe,
  useStanding,
} from '#features/people/web';
import { FacesProvider } from '#packages/feature/web';
import { LanguageProvider, useMessages } from '#packages/i18n/react';
import { SurroundingsProvider } from '#packages/pages';
import { DeviceProvider } from '#packages/sync/react';
import { fetchAhead, later, ToastProvider, useRoom } from '#packages/ui';
import { definitions, refusalText, rights } from '../features.ts';
import { faces } from './faces.ts';
import { Frame } from './frame.tsx';
import { messages } from './messages.ts';
import { pages } from './pages.tsx';
import { NothingHerePage, UnreachablePage, WaitingPage } from './shell-pages.tsx';
import { TeamSearch } from './team-search.tsx';

const OutsidePage = later(
  async () => (await import('#features/people/web/pages')).OutsidePage,
  <WaitingPage />,
);

export function App() {
  return (
    <LanguageProvider>
      <Shell />
    </LanguageProvider>
  );
}

function Shell() {
  const say = useMessages(messages);
  const room = useRoom();
  return (
    <ToastProvider room={room} labels={{ region: say.toasts, close: say.close }}>
      <MeProvider>
        <FacesProvider faces={faces}>
          <RightsProvider rights={rights}>
            <Surrounded>
              <Streaming>
                <Pages />
              </Streaming>
            </Surrounded>
          </RightsProvider>
        </FacesProvider>
      </MeProvider>
    </ToastProvider>
  );
}

/** One connection for all pages of whoever is in. */
function Streaming({ children }: { children: ReactNode }) {
  const { standing } = useStanding();
  const actor = standing.is === 'in' ? standing.me.actor : null;
  return (
    <DeviceProvider definitions={definitions} personId={actor?.kind === 'person' ? actor.personId : null}>
      {children}
    </DeviceProvider>
  );
}

/** What every page has around it: who is here, and what each refusal says. */
function Surrounded({ children }: { children: ReactNode }) {
  const { standing } = useStanding();
  const me = standing.is === 'in' ? standing.me : null;
  const name = me?.actor.kind === 'person' ? me.name : null;
  const isIn = me !== null;
  const surroundings = useMemo(
    () => ({
      refusalText,
      home: homeAt.to(),
      isIn,
      account: name === null ? null : { name, href: accountAt.to() },
      tabs: [],
    }),
    [isIn, name],
  );
  return <SurroundingsProvider value={surroundings}>{children}</SurroundingsProvider>;
}

/** Everything below a team's own path, and that path itself. */
const belowTeam = `${teamAt.path}/*?` as const;

/** Pages for everybody come first; the others are for whoever is in, or whoever should come in first. */
function Pages() {
  const { standing, refresh } = useStanding();
  const [here] = useLocation();
  const isHome = here === homeAt.path;
  // The overview shows who may open what, and that may have changed since.
  useEffect(() => {
    if (isHome) void refresh();
  }, [isHome, refresh]);
  return (
    <Switch>
      {routesTo(pages.filter((page) => page.for === 'everybody'))}
      {standing.is === 'asking' && <Route component={WaitingPage} />}
      {standing.is === 'unreachable' && (
        <Route>
          <UnreachablePage again={refresh} />
        </Route>
      )}
      {standing.is === 'out' && (
        <Route>
          <OutsidePage was={standing.was} />
        </Route>
      )}
      {standing.is === 'in' && standing.me.actor.kind === 'display' && (
        <Route>
          <PagesOfDisplay teamId={standing.me.actor.teamId} />
        </Route>
      )}
      {standing.is === 'in' && (
        <Route>
          <Frame me={standing.me}>
            <Switch>
              {routesTo(pages.filter((page) => page.for === 'who-is-in'))}
              <Route path={belowTeam}>{({ team }) => <PagesOfTeam teamId={team} />}</Route>
              <Route component={NothingHerePage} />
            </Switch>
          </Frame>
        </Route>
      )}
    </Switch>
  );
}

/** What stands in a page's path is what that page asks for (`page` of packages/feature/web). */
const routesTo = (some: typeof pages) =>
  some.map(({ path, Page }) => (
    <Route key={path} path={path}>
      {(found) => createElement(Page, found as never)}
    </Route>
  ));

/** Everything of one team. Its stream is opened once and stays open from page to page. */
function PagesOfTeam({ teamId }: { teamId: string }) {
  const isDisplay = useMe().actor.kind === 'display';
  useEffect(fetchAhead, []);
  return (
    <TeamFrame teamId={teamId}>
      {faces.besideTeamPages.map(({ order, Card }) => (
        <Card key={order} />
      ))}
      {!isDisplay && <TeamSearch />}
      <Switch>
        {routesTo(
          pages.filter((page) => page.for === 'team' && !(isDisplay && page.isClosedToDisplays === true)),
        )}
        <Route>
          <Redirect to={teamAt.to({ team: teamId })} replace />
        </Route>
      </Switch>
    </TeamFrame>
  );
}

/** A wall screen is its team's board and nothing else. */
function PagesOfDisplay({ teamId }: { teamId: string }) {
  const board = teamAt.to({ team: teamId });
  return (
    <Switch>
      <Route path={`${board}/*?`}>
        <PagesOfTeam teamId={teamId} />
      </Route>
      <Route>
        <Redirect to={board} replace />
      </Route>
    </Switch>
  );
}
