import { CountDown, MoodFace, PersonChip, StepList, type StepState } from '../index.ts';
import { Shelf, Specimen } from './Specimen.tsx';
import styles from './showcase.module.css';
import type { Texts } from './texts.ts';

const states: readonly StepState[] = ['done', 'skipped', 'current', 'toCome', 'toCome'];
const times = ['1:40', '', '4:00', '4:00', '3:00'];

export function PeoplePart({ t }: { t: Texts }) {
  const p = t.people;
  const presence = { present: p.present, away: p.away, missing: p.missing };
  const moods = { calm: p.calm, soon: p.soon, over: p.over };
  const steps = p.stepNames.map((title, index) => ({
    id: title,
    title,
    state: states[index] ?? 'toCome',
    time: times[index] ?? '',
  }));
  return (
    <section className={styles.part} aria-labelledby="show-people">
      <h2 id="show-people" className={styles.heading}>
        {p.heading}
      </h2>
      <Shelf name="PersonChip">
        <Specimen state={p.present}>
          <PersonChip name="Yasmin" presence="present" labels={presence} />
        </Specimen>
        <Specimen state={p.away}>
          <PersonChip name="Tom" presence="away" labels={presence} />
        </Specimen>
        <Specimen state={p.missing}>
          <PersonChip name="Rachid" presence="missing" labels={presence} />
        </Specimen>
        <Specimen state="mark">
          <PersonChip name="Lise" presence="present" labels={presence} mark={<MoodFace level={4} />} />
        </Specimen>
        <Specimen state="showName">
          <PersonChip name="Noor van Dijk" presence="present" labels={presence} showName />
        </Specimen>
        <Specimen state={t.states.long}>
          <PersonChip name="Anne-Fleur Oude Wesselink-Schuurman" showName />
        </Specimen>
      </Shelf>
      <Shelf name="StepList">
        <Specimen state={t.states.normal} wide>
          <StepList label={p.steps} steps={steps} labels={p.stepStates} />
        </Specimen>
        <Specimen state="onSelect" wide>
          <StepList label={p.steps} steps={steps} labels={p.stepStates} onSelect={() => undefined} />
        </Specimen>
      </Shelf>
      <Shelf name="CountDown">
        <Specimen state="calm">
          <CountDown label={p.clock} remainingMs={478_000} labels={moods} />
        </Specimen>
        <Specimen state="soon">
          <CountDown label={p.clock} remainingMs={41_000} labels={moods} />
        </Specimen>
        <Specimen state="over">
          <CountDown label={p.clock} remainingMs={-72_000} labels={moods} />
        </Specimen>
        <Specimen state="small, paused">
          <CountDown label={p.clock} remainingMs={171_000} labels={moods} paused={p.paused} size="small" />
        </Specimen>
      </Shelf>
    </section>
  );
}
