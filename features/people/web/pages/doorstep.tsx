import { demonstrationContract } from '#features/people/domain';
import { Moment, useAnswer } from '#packages/pages';
import { DemonstrationPage } from './demonstration/demonstration-page.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';

/** What somebody sees who comes to the front door: the demonstration where there is one, otherwise the way in. */
export function Doorstep({ wasPerson }: { wasPerson: boolean }) {
  const { answer } = useAnswer(demonstrationContract.people);
  if (answer.is === 'asking') return <Moment />;
  // Whoever was put out from elsewhere hears so first; the demonstration is one step away.
  return answer.is === 'here' && !wasPerson ? <DemonstrationPage /> : <SignInPage wasPerson={wasPerson} />;
}
