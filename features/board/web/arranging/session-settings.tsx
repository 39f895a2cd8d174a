import {
  allSteps,
  boardOf,
  type MoodScale,
  moodScales,
  partsInOrder,
  runningSession,
  stepsOf,
} from '#features/board/domain';
import { sayDuration } from '#packages/i18n';
import { useMessages } from '#packages/i18n/react';
import { Banner, Card, ChoiceGroup, Icon, IconButton, MoodFace, Switch, WeatherPicture } from '#packages/ui';
import { usePartTitle } from '../part-words.ts';
import { useBoard } from '../use-board.ts';
import styles from './arranging.module.css';
import { messages } from './arranging-messages.ts';
import { changedBudget } from './drop-place.ts';

const QUARTER = 15 * 60;

const pictures: Readonly<Record<MoodScale, React.ReactNode>> = {
  smileys: <MoodFace level={5} />,
  weather: <WeatherPicture level={5} />,
  number: <strong>8</strong>,
  word: <strong>Abc</strong>,
};

/** How the team's session goes: check-in scale, time per step, chime. */
export function SessionSettings() {
  const { state, teamId, send } = useBoard();
  const say = useMessages(messages);
  const standard = usePartTitle();
  const { parts, moodScale, budgets, chime } = boardOf(state, teamId);
  const walked = stepsOf(state, parts);
  const total = walked.reduce((sum, step) => sum + (budgets[step - 1] ?? 0), 0);
  const apart = total - QUARTER;

  const setBudget = (index: number, by: 1 | -1) =>
    void send('board.settings', {
      moodScale,
      chime,
      budgets: budgets.map((seconds, place) => (place === index ? changedBudget(seconds, by) : seconds)),
    });

  return (
    <Card>
      <h2>{say.sessionTitle}</h2>
      {runningSession(state) && <Banner>{say.sessionRuns}</Banner>}
      <ChoiceGroup
        legend={say.moodScale}
        value={moodScale}
        choices={moodScales.map((scale) => ({
          value: scale,
          label: say.scales[scale].name,
          picture: pictures[scale],
        }))}
        onChange={(scale) =>
          void send(
            'board.settings',
            { moodScale: scale, budgets: [...budgets], chime },
            say.scaleDone(say.scales[scale].name),
          )
        }
      />
      <p className={styles.quiet}>{say.scales[moodScale].example}</p>

      <h3>{say.times}</h3>
      <ol className={styles.times}>
        {allSteps.map((step, index) => {
          const title = standard(partsInOrder(state).find((part) => part.step === step)?.id ?? '');
          const seconds = budgets[index] ?? 0;
          return (
            <li key={step} data-hidden={walked.includes(step) ? undefined : ''}>
              <span>
                {step}. {title}
                {!walked.includes(step) && <small> ({say.stepHidden})</small>}
              </span>
              <IconButton
                kind="outlined"
                label={say.less(title)}
                icon={<span aria-hidden="true">−</span>}
                disabled={seconds <= 15}
                onClick={() => setBudget(index, -1)}
              />
              <output>{sayDuration(seconds)}</output>
              <IconButton
                kind="outlined"
                label={say.moreTime(title)}
                icon={<Icon name="plus" />}
                disabled={seconds >= 1800}
                onClick={() => setBudget(index, 1)}
              />
            </li>
          );
        })}
      </ol>
      <p className={styles.sum} role="status">
        <strong>
          {say.sum} {sayDuration(total)}
        </strong>
        <span>
          {apart === 0
            ? say.exactly
            : apart > 0
              ? say.over(sayDuration(apart))
              : say.under(sayDuration(-apart))}
        </span>
      </p>
      {apart > 0 && <Banner>{say.overAdvice}</Banner>}
      <Switch
        label={say.chime}
        checked={chime}
        labels={{ on: say.on, off: say.off }}
        onChange={(on) =>
          void send(
            'board.settings',
            { moodScale, budgets: [...budgets], chime: on },
            on ? say.chimeOn : say.chimeOff,
          )
        }
      />
    </Card>
  );
}
