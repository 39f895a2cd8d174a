import { DemonstrationPage } from './demonstration/demonstration-page.tsx';
import { useAnswer } from './frame/asking.ts';
import { Moment } from './frame/moment.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';

/** What somebody sees who comes to the front door: the demonstration where there is one, otherwise the way in. */
export function Doorstep({ wasPerson }: { wasPerson: boolean }) {
  const { answer } = useAnswer('/demonstration/people');
  if (answer.is === 'asking') return <Moment />;
  // Whoever was put out from elsewhere hears so first; the demonstration is one step away.
  return answer.is === 'here' && !wasPerson ? <DemonstrationPage /> : <SignInPage wasPerson={wasPerson} />;
}
