import { Card, RunChart, Sparkline, Stack } from '../index.ts';
import { Shelf, Specimen } from './Specimen.tsx';
import styles from './showcase.module.css';
import type { Texts } from './texts.ts';

export function ChartsPart({ t, comma }: { t: Texts; comma: (value: number) => string }) {
  const c = t.charts;
  const period = (slot: number) => `P${slot}`;
  const table = { caption: c.caption, period: c.period, value: c.value };
  return (
    <section className={styles.part} aria-labelledby="show-charts">
      <h2 id="show-charts" className={styles.heading}>
        {c.heading}
      </h2>
      <Shelf name="RunChart">
        <Specimen state={t.states.filled} wide>
          <Card>
            <Stack gap={2}>
              <h3>{c.goal}</h3>
              <RunChart
                points={[
                  { label: 'P0', value: 5 },
                  { label: 'P1', value: 6 },
                  { label: 'P2', value: 7 },
                ]}
                target={8}
                periods={4}
                marks={[
                  { at: 0.2, label: c.tickets },
                  { at: 0.45, label: c.visit },
                  { at: 0.5, label: c.tickets },
                ]}
                labels={{ target: c.target, sentence: c.sentence, period, value: comma, table }}
                sentenceShown
              />
            </Stack>
          </Card>
        </Specimen>
        <Specimen state={t.states.above} wide>
          <Card>
            <RunChart
              points={[
                { label: 'P0', value: 4 },
                { label: 'P1', value: 6.5 },
                { label: 'P3', value: 9 },
              ]}
              target={7}
              periods={4}
              labels={{ target: c.seven, sentence: c.reached, period, value: comma, table }}
              sentenceShown
            />
          </Card>
        </Specimen>
        <Specimen state={t.states.empty} wide>
          <Card>
            <RunChart
              points={[]}
              target={7}
              periods={4}
              labels={{ target: c.seven, sentence: c.none, period, value: comma }}
              sentenceShown
            />
          </Card>
        </Specimen>
      </Shelf>
      <Shelf name="Sparkline">
        <Specimen state={t.states.filled}>
          <Sparkline
            points={[
              { label: 'P0', value: 5 },
              { label: 'P1', value: 6 },
              { label: 'P2', value: 7 },
            ]}
            target={8}
            periods={4}
            sentence={c.sentence}
          />
        </Specimen>
        <Specimen state="0">
          <Sparkline points={[]} target={7} periods={4} sentence={c.none} />
        </Specimen>
      </Shelf>
    </section>
  );
}
