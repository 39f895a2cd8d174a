import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { refusalText } from '#features/board/domain';
// The board is what a team opens at 15:45: it comes at once, everything else when it is asked for.
import { BoardRoutes, HomePage, TeamFrame } from '#features/board/web';
import { MeProvider, RightsProvider, useStanding } from '#features/people/web';
import { LanguageProvider, useLanguage, useMessages } from '#packages/i18n/react';
import { SurroundingsProvider } from '#packages/pages';
import { DeviceProvider } from '#packages/sync/react';
import { ToastProvider, useRoom } from '#packages/ui';
import { rights } from '../rights.ts';
import { definitions } from '../streams.ts';
import { messages } from './messages.ts';
import { NothingHerePage, UnreachablePage, WaitingPage } from './shell-pages.tsx';

const people = () => import('#features/people/web/pages');
const AccountPage = lazy(async () => ({ default: (await people()).AccountPage }));
const DemonstrationPage = lazy(async () => ({ default: (await people()).DemonstrationPage }));
const Doorstep = lazy(async () => ({ default: (await people()).Doorstep }));
const InvitationPage = lazy(async () => ({ default: (await people()).InvitationPage }));
const JoinPage = lazy(async () => ({ default: (await people()).JoinPage }));
const MailboxPage = lazy(async () => ({ default: (await people()).MailboxPage }));
const PairingPage = lazy(async () => ({ default: (await people()).PairingPage }));
const PairScreenPage = lazy(async () => ({ default: (await people()).PairScreenPage }));
const SchoolPage = lazy(async () => ({ default: (await people()).SchoolPage }));
const SchoolsPage = lazy(async () => ({ default: (await people()).SchoolsPage }));
const SignInPage = lazy(async () => ({ default: (await people()).SignInPage }));
const TeamPeoplePage = lazy(async () => ({ default: (await people()).TeamPeoplePage }));
const ComponentsPage = lazy(async () => ({
  default: (await import('#packages/ui/showcase')).ComponentsPage,
}));

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
        <RightsProvider rights={rights}>
          <Surrounded>
            <Suspense fallback={<WaitingPage />}>
              <Streaming>
                <Pages />
              </Streaming>
            </Suspense>
          </Surrounded>
        </RightsProvider>
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
    () => ({ refusalText, isIn, account: name === null ? null : { name, href: '/account' } }),
    [isIn, name],
  );
  return <SurroundingsProvider value={surroundings}>{children}</SurroundingsProvider>;
}

/** Pages for everybody come first; the others are for whoever is in, or whoever should come in first. */
function Pages() {
  const { standing, refresh } = useStanding();
  const { language } = useLanguage();
  const [location, go] = useLocation();
  const isHome = location === '/';
  // The overview shows who may open what, and that may have changed since.
  useEffect(() => {
    if (isHome) void refresh();
  }, [isHome, refresh]);
  return (
    <Switch>
      <Route path="/components">
        <ComponentsPage language={language} />
      </Route>
      <Route path="/display">
        <PairingPage />
      </Route>
      <Route path="/join/:code?">{({ code }) => <JoinPage code={code ?? ''} />}</Route>
      <Route path="/invitation" component={InvitationPage} />
      <Route path="/demonstration" component={DemonstrationPage} />
      <Route path="/mail" component={MailboxPage} />
      <Route path="/sign-in">
        <SignInPage onSignedIn={() => go('/', { replace: true })} />
      </Route>
      {standing.is === 'asking' && <Route component={WaitingPage} />}
      {standing.is === 'unreachable' && (
        <Route>
          <UnreachablePage again={refresh} />
        </Route>
      )}
      {standing.is === 'out' && (
        <Route>
          <PagesOutside was={standing.was} isHome={isHome} />
        </Route>
      )}
      {standing.is === 'in' && standing.me.actor.kind === 'display' && (
        <Route>
          <PagesOfDisplay teamId={standing.me.actor.teamId} />
        </Route>
      )}
      <Route path="/" component={HomePage} />
      <Route path="/account" component={AccountPage} />
      <Route path="/display/:code">{({ code }) => <PairScreenPage code={code} />}</Route>
      <Route path="/schools" component={SchoolsPage} />
      <Route path="/school/:school">{({ school }) => <SchoolPage schoolId={school} />}</Route>
      <Route path="/team/:team/people">
        {({ team }) => (
          <TeamFrame teamId={team}>
            <TeamPeoplePage />
          </TeamFrame>
        )}
      </Route>
      <Route path="/team/:team" nest>
        {({ team }) => <BoardRoutes teamId={team} />}
      </Route>
      <Route component={NothingHerePage} />
    </Switch>
  );
}

/** Nobody is in: the front door, or signing in first and then the page that was asked for. */
function PagesOutside({ was, isHome }: { was: 'person' | 'display' | null; isHome: boolean }) {
  // A screen that was un-paired shows how to pair it again, without anybody touching it.
  if (was === 'display') return <PairingPage wasDisplay />;
  return isHome ? <Doorstep wasPerson={was === 'person'} /> : <SignInPage wasPerson={was === 'person'} />;
}

/** A wall screen is its team's board and nothing else. */
function PagesOfDisplay({ teamId }: { teamId: string }) {
  return (
    <Switch>
      <Route path={`/team/${teamId}`} nest>
        <BoardRoutes teamId={teamId} />
      </Route>
      <Route>
        <Redirect to={`/team/${teamId}`} replace />
      </Route>
    </Switch>
  );
}
