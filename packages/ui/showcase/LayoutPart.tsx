import {
  BoardPart,
  Button,
  Card,
  EmptyState,
  Grid,
  Icon,
  IconButton,
  iconNames,
  Note,
  Pill,
  type PillProps,
  Row,
  SectionHeading,
  Stack,
  Table,
  VisuallyHidden,
} from '../index.ts';
import { Shelf, Specimen } from './Specimen.tsx';
import styles from './showcase.module.css';
import type { Texts } from './texts.ts';

const tones: readonly NonNullable<PillProps['tone']>[] = ['plain', 'accent', 'late', 'done', 'waiting'];
const colours = [
  'paper',
  'surface',
  'sunken',
  'ink',
  'ink-2',
  'ink-3',
  'line',
  'line-strong',
  'accent',
  'accent-soft',
  'note',
  'note-ink',
  'late',
  'late-soft',
  'done',
  'done-soft',
];
const sizes = ['xs', 'sm', 'md', 'lg', 'xl', 'xxl', 'xxxl'] as const;
type Visit = { who: string; whom: string; day: string; times: number };
const visits: readonly Visit[] = [
  { who: 'Sam', whom: 'Noor', day: '26-11', times: 2 },
  { who: 'Tom', whom: 'Lise', day: '1-12', times: 11 },
];

export function LayoutPart({ t }: { t: Texts }) {
  const l = t.layout;
  const [who = '', whom = '', when = '', times = ''] = l.tableHeads;
  const columns = [
    { id: 'who', header: who, cell: (visit: Visit) => visit.who, rowHeader: true },
    { id: 'whom', header: whom, cell: (visit: Visit) => visit.whom },
    { id: 'when', header: when, cell: (visit: Visit) => visit.day, numeric: true },
    { id: 'times', header: times, cell: (visit: Visit) => visit.times, numeric: true },
  ];
  return (
    <section className={styles.part} aria-labelledby="show-layout">
      <h2 id="show-layout" className={styles.heading}>
        {l.heading}
      </h2>
      <Shelf name={l.type}>
        <Stack gap={2}>
          {sizes.map((size) => (
            <p key={size} className={styles[size]}>
              {l.typeSample} 0123456789
            </p>
          ))}
        </Stack>
      </Shelf>
      <Shelf name={l.colours}>
        {colours.map((name) => (
          <div key={name} className={styles.swatch}>
            <span style={{ background: `var(--${name})` }} />
            {name}
          </div>
        ))}
      </Shelf>
      <Shelf name="SectionHeading">
        <Specimen state={t.states.normal} wide>
          <SectionHeading number={4} numberLabel={l.step} remark={l.sectionRemark} level={3}>
            {t.people.stepNames[3]}
          </SectionHeading>
        </Specimen>
        <Specimen state="current" wide>
          <SectionHeading number={3} numberLabel={l.step} level={3} current>
            {t.people.stepNames[2]}
          </SectionHeading>
        </Specimen>
      </Shelf>
      <Shelf name="BoardPart">
        <Specimen state={t.states.normal} wide>
          <BoardPart
            look={{ title: t.people.stepNames[1] ?? '', number: 2, numberLabel: l.step, more: String }}
            remark={l.sectionRemark}
            footer={<Button icon={<Icon name="plus" />}>{l.emptyAction}</Button>}
          >
            <Note signature={l.noteBy}>{l.note}</Note>
          </BoardPart>
        </Specimen>
      </Shelf>
      <Shelf name="Card · Grid">
        <Specimen state={t.states.normal} wide>
          <Grid>
            <Card eyebrow={l.card}>
              <h4>{l.cardTitle}</h4>
              <p>{l.cardText}</p>
            </Card>
            <Card kind="quiet" eyebrow={l.quiet}>
              <p>{l.cardText}</p>
            </Card>
            <Card kind="raised" eyebrow={l.raised}>
              <p>{l.cardText}</p>
            </Card>
          </Grid>
        </Specimen>
      </Shelf>
      <Shelf name="Note">
        <Specimen state={t.states.normal} wide>
          <Note signature={l.noteBy}>{l.note}</Note>
        </Specimen>
        <Specimen state="fresh" wide>
          <Note
            signature={l.noteFreshBy}
            fresh
            actions={<IconButton label={l.remove} icon={<Icon name="close" />} />}
          >
            {l.noteFresh}
          </Note>
        </Specimen>
        <Specimen state="waiting" wide>
          <Note signature="Yasmin" waiting remark={l.notSent}>
            {l.noteWaiting}
          </Note>
        </Specimen>
      </Shelf>
      <Shelf name="Pill · Row">
        <Row>
          {tones.map((tone, index) => (
            <Pill
              key={tone}
              tone={tone}
              {...(tone === 'late' && { icon: <Icon name="clock" /> })}
              {...(tone === 'done' && { icon: <Icon name="check" /> })}
            >
              {l.pills[index]}
            </Pill>
          ))}
        </Row>
      </Shelf>
      <Shelf name="EmptyState">
        <Specimen state={t.states.normal} wide>
          <EmptyState
            title={l.emptyTitle}
            exampleLabel={l.emptyExample}
            example={<Note signature={l.noteBy}>{l.note}</Note>}
            action={<Button icon={<Icon name="plus" />}>{l.emptyAction}</Button>}
          >
            {l.emptyText}
          </EmptyState>
        </Specimen>
      </Shelf>
      <Shelf name="Table">
        <Specimen state={t.states.filled} wide>
          <Table caption={l.table} columns={columns} rows={visits} rowKey={(visit) => visit.who} />
        </Specimen>
        <Specimen state={t.states.empty} wide>
          <Table
            caption={`${l.table} (0)`}
            columns={columns}
            rows={[]}
            rowKey={(visit) => visit.who}
            empty={l.tableEmpty}
          />
        </Specimen>
      </Shelf>
      <Shelf name={`Icon · ${l.icons}`}>
        {iconNames.map((name) => (
          <div key={name} className={styles.icon}>
            <Icon name={name} />
            {name}
          </div>
        ))}
      </Shelf>
      <Shelf name="VisuallyHidden">
        <p>
          …<VisuallyHidden>{l.hidden}</VisuallyHidden>
        </p>
      </Shelf>
    </section>
  );
}
