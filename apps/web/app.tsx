import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
// The board is what a team opens at 15:45: it comes at once, everything else when it is asked for.
import { BoardRoutes, HomePage } from '#features/board/web';
import { MeProvider, useStanding } from '#features/people/web';
import { LanguageProvider, useLanguage, useMessages } from '#packages/i18n/react';
import { ToastProvider } from '#packages/ui';
import { messages } from './messages.ts';

const people = () => import('#features/people/web/pages');
const DemonstrationPage = lazy(async () => ({ default: (await people()).DemonstrationPage }));
const SignInPage = lazy(async () => ({ default: (await people()).SignInPage }));
const AccountPage = lazy(async () => ({ default: (await people()).AccountPage }));
const JoinPage = lazy(async () => ({ default: (await people()).JoinPage }));
const InvitationPage = lazy(async () => ({ default: (await people()).InvitationPage }));
const PairingPage = lazy(async () => ({ default: (await people()).PairingPage }));
const TeamPeoplePage = lazy(async () => ({ default: (await people()).TeamPeoplePage }));
const SchoolPage = lazy(async () => ({ default: (await people()).SchoolPage }));
const MailboxPage = lazy(async () => ({ default: (await people()).MailboxPage }));
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
  return (
    <ToastProvider labels={{ region: say.toasts, close: say.close }}>
      <MeProvider>
        <Suspense fallback={<p role="status">{say.moment}</p>}>
          <Pages />
        </Suspense>
      </MeProvider>
    </ToastProvider>
  );
}

function Pages() {
  const { standing } = useStanding();
  const { language } = useLanguage();
  const say = useMessages(messages);
  return (
    <Switch>
      <Route path="/components">
        <ComponentsPage language={language} />
      </Route>
      <Route path="/display" component={PairingPage} />
      <Route path="/join/:code?">{({ code }) => <JoinPage code={code ?? ''} />}</Route>
      <Route path="/invitation/:token">{({ token }) => <InvitationPage token={token} />}</Route>
      <Route path="/demonstration" component={DemonstrationPage} />
      <Route path="/mail" component={MailboxPage} />
      {standing.is === 'asking' && (
        <Route>
          <p role="status">{say.moment}</p>
        </Route>
      )}
      {standing.is === 'unreachable' && (
        <Route>
          <main>
            <h1>{say.unreachableTitle}</h1>
            <p>{say.unreachableText}</p>
          </main>
        </Route>
      )}
      {standing.is === 'out' && <Route component={SignInPage} />}
      {standing.is === 'in' && standing.me.actor.kind === 'display' && (
        <Route path="/">
          <Redirect to={`/team/${standing.me.actor.teamId}`} />
        </Route>
      )}
      <Route path="/" component={HomePage} />
      <Route path="/account" component={AccountPage} />
      <Route path="/team/:team/people">{({ team }) => <TeamPeoplePage teamId={team} />}</Route>
      <Route path="/school/:school">{({ school }) => <SchoolPage schoolId={school} />}</Route>
      <Route path="/team/:team" nest>
        {({ team }) => <BoardRoutes teamId={team} />}
      </Route>
      <Route>
        <main>
          <h1>{say.nothingHereTitle}</h1>
          <p>{say.nothingHereText}</p>
        </main>
      </Route>
    </Switch>
  );
}
