import { OpeningTeam } from '#features/people/web';
import { address, page } from '#packages/feature/web';
import { later } from '#packages/ui';
import { faces } from './faces.ts';
import { WaitingPage } from './shell-pages.tsx';

/** The pieces that everything is made of, for whoever makes something of them. */
const components = page({
  at: address('/components'),
  for: 'everybody',
  load: async () => (await import('./components-page.tsx')).ComponentsPage,
});

/** Every page, with what is shown until its code has come. Whoever is in has come past those at the door: they are not fetched ahead. */
export const pages = [components, ...faces.pages].map((one) => ({
  ...one,
  Page:
    'Page' in one
      ? one.Page
      : later(one.load, one.for === 'team' ? <OpeningTeam /> : <WaitingPage />, one.for !== 'everybody'),
}));
