import { useLocation } from 'wouter';
import { type Actor, demonstrationContract } from '#features/people/domain';
import { Moment, useAnswer } from '#packages/pages';
import { homeAt } from '../addresses.ts';
import { DemonstrationPage } from './demonstration/demonstration-page.tsx';
import { PairingPage } from './display/pairing-page.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';

/** Nobody is in: the front door, or signing in first and then the page that was asked for. */
export function OutsidePage({ was }: { was: Actor['kind'] | null }) {
  const [here] = useLocation();
  // A screen that was un-paired shows how to pair it again, without anybody touching it.
  if (was === 'display') return <PairingPage wasDisplay />;
  const wasPerson = was === 'person';
  return here === homeAt.path ? <Doorstep wasPerson={wasPerson} /> : <SignInPage wasPerson={wasPerson} />;
}

/** What somebody sees who comes to the front door: the demonstration where there is one, otherwise the way in. */
function Doorstep({ wasPerson }: { wasPerson: boolean }) {
  const { answer } = useAnswer(demonstrationContract.people);
  if (answer.is === 'asking') return <Moment />;
  // Whoever was put out from elsewhere hears so first; the demonstration is one step away.
  return answer.is === 'here' && !wasPerson ? <DemonstrationPage /> : <SignInPage wasPerson={wasPerson} />;
}
