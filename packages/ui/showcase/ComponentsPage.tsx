import { type ReactNode, useState } from 'react';
import {
  type Accent,
  accents,
  Button,
  Card,
  ChoiceGroup,
  Grid,
  Page,
  PersonChip,
  type Room,
  Row,
  Select,
  ToastProvider,
} from '../index.ts';
import { ActionsPart } from './ActionsPart.tsx';
import { FeedbackPart } from './FeedbackPart.tsx';
import { FieldsPart } from './FieldsPart.tsx';
import { LayoutPart } from './LayoutPart.tsx';
import { PeoplePart } from './PeoplePart.tsx';
import { Shelf, Specimen } from './Specimen.tsx';
import styles from './showcase.module.css';
import { texts } from './texts.ts';

const rooms: readonly Room[] = ['phone', 'desk', 'wall'];
type Theme = 'auto' | 'light' | 'dark';
const themes: readonly Theme[] = ['auto', 'light', 'dark'];

/** Every component in every state, to look at before and after changing one. */
export function ComponentsPage({
  language,
  room: firstRoom = 'desk',
  theme: firstTheme = 'auto',
  children,
}: {
  language: 'nl' | 'en';
  room?: Room;
  theme?: Theme;
  /** What other packages show of theirs. */
  children?: ReactNode;
}) {
  const t = texts[language];
  const [room, setRoom] = useState<Room>(firstRoom);
  const [theme, setTheme] = useState<Theme>(firstTheme);
  const [accent, setAccent] = useState<Accent>('teal');
  return (
    <div data-theme={theme === 'auto' ? undefined : theme}>
      <ToastProvider room={room} labels={{ region: t.feedback.region, close: t.feedback.close }}>
        <Page
          room={room}
          accent={accent}
          skipLabel={t.skip}
          brand={<h1 className={styles.brand}>{t.title}</h1>}
          remark={t.remark}
        >
          <Row gap={5} align="end">
            <ChoiceGroup
              legend={t.room}
              value={room}
              onChange={setRoom}
              choices={rooms.map((value) => ({ value, label: t.rooms[value] }))}
            />
            <ChoiceGroup
              legend={t.theme}
              value={theme}
              onChange={setTheme}
              choices={themes.map((value) => ({ value, label: t.themes[value] }))}
            />
            <Select
              label={t.accent}
              value={accent}
              onChange={(value) => setAccent(accents.find((name) => name === value) ?? 'teal')}
              options={accents.map((value) => ({ value, label: t.accents[value] }))}
            />
          </Row>
          <ActionsPart t={t} />
          <FieldsPart t={t} />
          <FeedbackPart t={t} />
          <PeoplePart t={t} />
          {children}
          <LayoutPart t={t} />
          <Shelf name={t.accent}>
            <Specimen state="data-accent" wide>
              <Grid>
                {accents.map((name) => (
                  <div key={name} data-accent={name}>
                    <Card>
                      <Row>
                        <PersonChip name={t.accents[name]} presence="present" showName />
                      </Row>
                      <p>
                        <a href="#main">{t.layout.typeSample}</a>
                      </p>
                    </Card>
                  </div>
                ))}
              </Grid>
            </Specimen>
          </Shelf>
          <Shelf name={t.room}>
            {rooms.map((name) => (
              <div key={name} data-room={name} className={styles.roomFrame}>
                <h3>{t.rooms[name]}</h3>
                <p>{t.layout.typeSample}</p>
                <Button>{t.buttons.secondary}</Button>
              </div>
            ))}
          </Shelf>
        </Page>
      </ToastProvider>
    </div>
  );
}
