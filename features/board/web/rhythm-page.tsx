import { RhythmSections } from '#features/rhythm/web';
import { useMessages } from '#packages/i18n/react';
import { boardMessages } from './board-messages.ts';
import { TeamPage } from './team-page.tsx';

/** When the team meets, who leads, and how its year is cut into periods. */
export function RhythmPage() {
  const say = useMessages(boardMessages);
  return (
    <TeamPage title={say.rhythm}>
      <RhythmSections />
    </TeamPage>
  );
}
