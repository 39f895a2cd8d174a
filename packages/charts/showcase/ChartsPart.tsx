import type { Language } from '#packages/i18n';
import { Card } from '#packages/ui';
import { Shelf, ShowcasePart, Specimen } from '#packages/ui/showcase';
import { ChartFigure } from '../react/index.ts';
import styles from './chartsPart.module.css';
import { states } from './states.ts';

const heading = { nl: 'Cijfers in beeld', en: 'Figures in a picture' };

/** Every chart in every state. */
export function ChartsPart({ language }: { language: Language }) {
  const kinds = [...new Set(states.map(({ kind }) => kind))];
  return (
    <ShowcasePart heading={heading[language]}>
      {kinds.map((kind) => (
        <Shelf key={kind} name={kind}>
          {states
            .filter((one) => one.kind === kind)
            .map(({ state, height, chart }) => (
              <div
                key={state.en}
                className={styles.specimen}
                style={{ '--chart-height': `${height ?? 13}em` } as object}
              >
                <Specimen state={state[language]} wide>
                  <Card>
                    <ChartFigure chart={chart(language)} fill={height !== undefined} sentenceShown />
                  </Card>
                </Specimen>
              </div>
            ))}
        </Shelf>
      ))}
    </ShowcasePart>
  );
}
