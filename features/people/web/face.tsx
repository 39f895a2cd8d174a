import { page, type WebFace } from '#packages/feature/web';
import {
  accountAt,
  demonstrationAt,
  displayAt,
  invitationAt,
  joinAt,
  mailboxAt,
  pairScreenAt,
  schoolAt,
  schoolsAt,
  signInAt,
  teamPeopleAt,
} from './addresses.ts';

const pages = () => import('./pages/index.ts');

export const face: WebFace = {
  pages: [
    page({ at: signInAt, for: 'everybody', load: async () => (await pages()).SignInPage }),
    page({ at: joinAt, for: 'everybody', load: async () => (await pages()).JoinPage }),
    page({ at: invitationAt, for: 'everybody', load: async () => (await pages()).InvitationPage }),
    page({ at: displayAt, for: 'everybody', load: async () => (await pages()).PairingPage }),
    page({ at: demonstrationAt, for: 'everybody', load: async () => (await pages()).DemonstrationPage }),
    page({ at: mailboxAt, for: 'everybody', load: async () => (await pages()).MailboxPage }),
    page({
      at: accountAt,
      for: 'who-is-in',
      place: { door: 'today' },
      load: async () => (await pages()).AccountPage,
    }),
    page({
      at: schoolsAt,
      for: 'who-is-in',
      place: { door: 'school' },
      load: async () => (await pages()).SchoolsPage,
    }),
    page({
      at: schoolAt,
      for: 'who-is-in',
      place: {
        door: 'school',
        tab: { order: 20, title: { nl: 'De school', en: 'The school' }, needs: 'school.manage' },
      },
      load: async () => (await pages()).SchoolPage,
    }),
    page({
      at: pairScreenAt,
      for: 'who-is-in',
      place: { door: 'school' },
      load: async () => (await pages()).PairScreenPage,
    }),
    page({
      at: teamPeopleAt,
      for: 'team',
      place: { door: 'school', tab: { order: 10, title: { nl: 'Het team', en: 'The team' } } },
      isClosedToDisplays: true,
      load: async () => (await pages()).TeamPeoplePage,
    }),
  ],
  things: {
    nl: { team: 'Het team', member: 'Iemand van het team' },
    en: { team: 'The team', member: 'Somebody of the team' },
  },
  deeds: async () => (await import('./deeds.ts')).deeds,
  finds: async () => (await import('./finds.ts')).finds,
};
