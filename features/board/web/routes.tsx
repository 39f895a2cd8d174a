import { useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { fetchAhead, later } from '#packages/ui';
import { addressOf, pathIn } from './addresses.ts';
import { BoardPage } from './board-page.tsx';
import { DisplayKeeper } from './display/display-keeper.tsx';
import { OpeningBoard } from './opening.tsx';
import { TeamFrame } from './team-frame.tsx';

// What a team opens once a week, or less, comes after the board itself.
const session = () => import('./session/index.ts');
const SessionPage = later(async () => (await session()).SessionPage, <OpeningBoard />);
const SessionsPage = later(async () => (await session()).SessionsPage, <OpeningBoard />);
const SummaryPage = later(async () => (await session()).SummaryPage, <OpeningBoard />);
const InspirationPage = later(
  async () => (await import('./inspiration-page.tsx')).InspirationPage,
  <OpeningBoard />,
);
const RhythmPage = later(async () => (await import('./rhythm-page.tsx')).RhythmPage, <OpeningBoard />);
const HistoryPage = later(
  async () => (await import('./history/history-page.tsx')).HistoryPage,
  <OpeningBoard />,
);
const ArrangingPage = later(
  async () => (await import('./arranging-page.tsx')).ArrangingPage,
  <OpeningBoard />,
);

/** Everything of one team. Its stream is opened once and stays open from page to page. */
export function BoardRoutes({ teamId }: { teamId: string }) {
  useEffect(fetchAhead, []);
  return (
    <TeamFrame teamId={teamId}>
      <DisplayKeeper />
      <Switch>
        <Route path={pathIn.board} component={BoardPage} />
        <Route path={pathIn.session}>
          <SessionPage />
        </Route>
        <Route path={pathIn.pastSessions}>
          <SessionsPage />
        </Route>
        <Route path={pathIn.summary}>{({ session }) => <SummaryPage sessionId={session} />}</Route>
        <Route path={pathIn.inspiration}>
          <InspirationPage />
        </Route>
        <Route path={pathIn.rhythm}>
          <RhythmPage />
        </Route>
        <Route path={pathIn.history}>
          <HistoryPage />
        </Route>
        <Route path={pathIn.arranging}>
          <ArrangingPage />
        </Route>
        <Route>
          <Redirect to={addressOf.board(teamId)} replace />
        </Route>
      </Switch>
    </TeamFrame>
  );
}
