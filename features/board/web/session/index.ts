export { SessionPage } from './session-page.tsx';
export { SessionsPage } from './summary/sessions-page.tsx';
export { SummaryPage } from './summary/summary-page.tsx';
