import { TeamPage } from '#features/people/web';
import { useMessages } from '#packages/i18n/react';
import styles from '../forms.module.css';
import { messages } from '../rhythm-messages.ts';
import { ComingSection } from './coming-section.tsx';
import { MomentSection } from './moment-section.tsx';
import { PeriodsSection } from './periods-section.tsx';
import { RotaSection } from './rota-section.tsx';

/** When the team meets, who leads, and how its year is cut into periods. */
export function RhythmPage() {
  const say = useMessages(messages);
  return (
    <TeamPage title={say.planning}>
      <div className={styles.sections}>
        <div className={styles.form}>
          <MomentSection />
          <ComingSection />
        </div>
        <div className={styles.form}>
          <RotaSection />
          <PeriodsSection />
        </div>
      </div>
    </TeamPage>
  );
}
