import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { addressOf, pathIn } from './addresses.ts';
import { BoardPage } from './board-page.tsx';
import { DisplayKeeper } from './display/display-keeper.tsx';
import { OpeningBoard } from './opening.tsx';
import { TeamFrame } from './team-frame.tsx';

// What a team opens once a week, or less, comes when it is asked for.
const session = () => import('./session/index.ts');
const SessionPage = lazy(async () => ({ default: (await session()).SessionPage }));
const SessionsPage = lazy(async () => ({ default: (await session()).SessionsPage }));
const SummaryPage = lazy(async () => ({ default: (await session()).SummaryPage }));
const InspirationPage = lazy(async () => ({
  default: (await import('./inspiration-page.tsx')).InspirationPage,
}));
const RhythmPage = lazy(async () => ({ default: (await import('./rhythm-page.tsx')).RhythmPage }));
const ArrangingPage = lazy(async () => ({ default: (await import('./arranging-page.tsx')).ArrangingPage }));

/** Everything of one team. Its stream is opened once and stays open from page to page. */
export function BoardRoutes({ teamId }: { teamId: string }) {
  return (
    <TeamFrame teamId={teamId}>
      <DisplayKeeper />
      <Suspense fallback={<OpeningBoard />}>
        <Switch>
          <Route path={pathIn.board} component={BoardPage} />
          <Route path={pathIn.session} component={SessionPage} />
          <Route path={pathIn.pastSessions} component={SessionsPage} />
          <Route path={pathIn.summary}>{({ session }) => <SummaryPage sessionId={session} />}</Route>
          <Route path={pathIn.inspiration} component={InspirationPage} />
          <Route path={pathIn.rhythm} component={RhythmPage} />
          <Route path={pathIn.arranging} component={ArrangingPage} />
          <Route>
            <Redirect to={addressOf.board(teamId)} replace />
          </Route>
        </Switch>
      </Suspense>
    </TeamFrame>
  );
}
