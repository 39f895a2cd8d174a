import { useState } from 'react';
import { dayIn } from '#packages/kernel';
import { DayField, HolidaysProvider, TimeField } from '../days/index.ts';
import {
  Button,
  Checkbox,
  ChoiceGroup,
  LineComposer,
  MoodFace,
  type MoodLevel,
  ScalePicker,
  Select,
  Switch,
  TextArea,
  TextField,
  WeatherPicture,
} from '../index.ts';
import { Shelf, Specimen } from './Specimen.tsx';
import styles from './showcase.module.css';
import type { Texts } from './texts.ts';

const levels: readonly MoodLevel[] = [1, 2, 3, 4, 5];
const names = ['Yasmin', 'Tom', 'Sam', 'Lise'].map((name) => ({ value: name, label: name }));
const nothing = () => undefined;

export function FieldsPart({ t }: { t: Texts }) {
  const f = t.fields;
  const s = t.states;
  const [text, setText] = useState('');
  const [owner, setOwner] = useState('');
  const today = dayIn(Date.now());
  const [day, setDay] = useState('');
  const [time, setTime] = useState('15:45');
  const [line, setLine] = useState('');
  const [lines, setLines] = useState<readonly string[]>([]);
  const [ticked, setTicked] = useState(false);
  const [sound, setSound] = useState(true);
  const [mark, setMark] = useState<number | undefined>(7);
  const [mood, setMood] = useState<string | undefined>('4');
  const [kind, setKind] = useState<string | undefined>('classroom');
  const pictures = (words: readonly string[], Picture: typeof MoodFace) =>
    levels.map((level) => ({
      value: String(level),
      label: words[level - 1] ?? '',
      picture: <Picture level={level} />,
    }));
  return (
    <section className={styles.part} aria-labelledby="show-fields">
      <h2 id="show-fields" className={styles.heading}>
        {f.heading}
      </h2>
      <Shelf name="TextField">
        <Specimen state={s.normal} wide>
          <TextField
            label={f.action}
            hint={f.actionHint}
            placeholder={f.actionExample}
            value={text}
            onChange={setText}
          />
        </Specimen>
        <Specimen state={s.focus} look="focus" wide>
          <TextField label={f.action} value={f.actionExample} onChange={nothing} />
        </Specimen>
        <Specimen state={s.wrong} wide>
          <TextField
            label={f.action}
            value={f.actionExample.slice(5)}
            error={f.actionWrong}
            onChange={nothing}
          />
        </Specimen>
        <Specimen state={s.disabled} wide>
          <TextField label={f.action} value={f.actionExample} onChange={nothing} disabled />
        </Specimen>
        <Specimen state={s.readOnly} wide>
          <TextField label={f.action} value={f.actionExample} onChange={nothing} readOnly />
        </Specimen>
        <Specimen state="open" wide>
          <TextField
            label={f.proud}
            labelHidden
            look="open"
            placeholder={f.proud}
            value={text}
            onChange={setText}
          />
        </Specimen>
      </Shelf>
      <Shelf name="TextArea">
        <Specimen state={s.filled} wide>
          <TextArea label={f.story} value={f.storyText} onChange={nothing} />
        </Specimen>
        <Specimen state={`open, ${s.normal}`} wide>
          <TextArea label={f.story} look="open" placeholder={f.proud} value={text} onChange={setText} />
        </Specimen>
        <Specimen state={s.disabled} wide>
          <TextArea label={f.story} value={f.storyText} onChange={nothing} disabled />
        </Specimen>
      </Shelf>
      <Shelf name="Select">
        <Specimen state={s.normal} wide>
          <Select label={f.owner} placeholder={f.choose} options={names} value={owner} onChange={setOwner} />
        </Specimen>
        <Specimen state={s.wrong} wide>
          <Select
            label={f.owner}
            placeholder={f.choose}
            options={names}
            value=""
            error={f.ownerWrong}
            onChange={nothing}
          />
        </Specimen>
        <Specimen state={s.disabled} wide>
          <Select label={f.owner} options={names} value="Tom" onChange={nothing} disabled />
        </Specimen>
      </Shelf>
      <Shelf name="LineComposer">
        <Specimen state={s.normal} wide>
          <LineComposer
            label={f.action}
            placeholder={f.actionExample}
            value={line}
            onChange={setLine}
            maxLength={120}
            onKeep={async (kept) => {
              setLines((before) => [kept, ...before].slice(0, 3));
              return true;
            }}
          >
            <Button type="submit">{f.putUp}</Button>
          </LineComposer>
          <ul>
            {lines.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Specimen>
      </Shelf>
      <Shelf name="DayField · HolidaysProvider">
        <HolidaysProvider holidays={f.holidays}>
          <Specimen state={s.normal} wide>
            <DayField label={f.day} hint={f.dayHint} today={today} value={day} onChange={setDay} />
          </Specimen>
          <Specimen state={s.filled} wide>
            <DayField
              label={f.day}
              today="2026-12-01"
              value="2026-12-04"
              min="2026-12-01"
              onChange={nothing}
            />
          </Specimen>
          <Specimen state={s.wrong} wide>
            <DayField
              label={f.day}
              today={today}
              quick="none"
              value=""
              error={f.dayWrong}
              onChange={nothing}
            />
          </Specimen>
          <Specimen state={s.disabled} wide>
            <DayField
              label={f.day}
              today="2026-12-01"
              quick="none"
              value="2026-12-04"
              disabled
              onChange={nothing}
            />
          </Specimen>
        </HolidaysProvider>
      </Shelf>
      <Shelf name="TimeField">
        <Specimen state={s.normal} wide>
          <TimeField label={f.time} value={time} onChange={setTime} />
        </Specimen>
        <Specimen state={s.wrong} wide>
          <TimeField label={f.time} value="" error={f.timeWrong} onChange={nothing} />
        </Specimen>
        <Specimen state={s.disabled} wide>
          <TimeField label={f.time} value="15:45" disabled onChange={nothing} />
        </Specimen>
      </Shelf>
      <Shelf name="Checkbox">
        <Specimen state={s.normal} wide>
          <Checkbox label={f.done} description={f.doneHint} checked={ticked} onChange={setTicked} strike />
        </Specimen>
        <Specimen state={s.filled} wide>
          <Checkbox label={f.done} description={f.doneHint} checked onChange={nothing} strike />
        </Specimen>
        <Specimen state={s.focus} look="focus" wide>
          <Checkbox label={f.done} checked={false} onChange={nothing} />
        </Specimen>
        <Specimen state={s.disabled} wide>
          <Checkbox label={f.done} checked={false} onChange={nothing} disabled />
        </Specimen>
        <Specimen state={s.long} wide>
          <Checkbox label={f.longAction} description={f.doneHint} checked={false} onChange={nothing} />
        </Specimen>
        <Specimen state="labelHidden">
          <Checkbox label={f.done} labelHidden checked={false} onChange={nothing} />
        </Specimen>
      </Shelf>
      <Shelf name="Switch">
        <Specimen state={s.normal} wide>
          <Switch
            label={f.sound}
            hint={f.soundHint}
            labels={{ on: f.on, off: f.off }}
            checked={sound}
            onChange={setSound}
          />
        </Specimen>
        <Specimen state={f.off} wide>
          <Switch label={f.sound} labels={{ on: f.on, off: f.off }} checked={false} onChange={nothing} />
        </Specimen>
        <Specimen state={s.disabled} wide>
          <Switch label={f.sound} labels={{ on: f.on, off: f.off }} checked onChange={nothing} disabled />
        </Specimen>
      </Shelf>
      <Shelf name="ScalePicker">
        <Specimen state={`7, ${f.target} 8`} wide>
          <ScalePicker
            legend={f.scale}
            value={mark}
            onChange={setMark}
            target={8}
            labels={{ target: f.target, low: f.low, high: f.high }}
          />
        </Specimen>
        <Specimen state={`8 = ${f.target}`} wide>
          <ScalePicker
            legend={f.scale}
            value={8}
            onChange={nothing}
            target={8}
            labels={{ target: f.target }}
          />
        </Specimen>
        <Specimen state={s.normal} wide>
          <ScalePicker
            legend={f.smaller}
            value={undefined}
            onChange={nothing}
            maximum={5}
            labels={{ target: f.target }}
          />
        </Specimen>
        <Specimen state={s.disabled} wide>
          <ScalePicker
            legend={f.smaller}
            value={3}
            onChange={nothing}
            maximum={5}
            labels={{ target: f.target }}
            disabled
          />
        </Specimen>
      </Shelf>
      <Shelf name="ChoiceGroup · MoodFace · WeatherPicture">
        <Specimen state={s.normal} wide>
          <ChoiceGroup
            legend={f.mood}
            choices={pictures(f.moods, MoodFace)}
            value={mood}
            onChange={setMood}
          />
        </Specimen>
        <Specimen state="wordsHidden" wide>
          <ChoiceGroup
            legend={f.mood}
            choices={pictures(f.weathers, WeatherPicture)}
            value="5"
            onChange={nothing}
            wordsHidden
          />
        </Specimen>
        <Specimen state={s.disabled}>
          <ChoiceGroup
            legend={f.kind}
            choices={[
              { value: 'classroom', label: f.kinds.classroom },
              { value: 'team', label: f.kinds.team },
              { value: 'later', label: f.kinds.later, disabled: true },
            ]}
            value={kind}
            onChange={setKind}
          />
        </Specimen>
      </Shelf>
    </section>
  );
}
