import styles from '../forms.module.css';
import { ComingSection } from './coming-section.tsx';
import { MomentSection } from './moment-section.tsx';
import { PeriodsSection } from './periods-section.tsx';
import { RotaSection } from './rota-section.tsx';

/** Everything about the team's rhythm, for its own page. */
export function RhythmSections() {
  return (
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
  );
}
