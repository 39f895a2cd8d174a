export { SessionPage, SessionsPage, SummaryPage } from './pages.tsx';
