import { Button, Icon, IconButton, LinkButton, Menu } from '../index.ts';
import { Shelf, Specimen } from './Specimen.tsx';
import styles from './showcase.module.css';
import type { Texts } from './texts.ts';

const nothing = () => undefined;

export function ActionsPart({ t }: { t: Texts }) {
  const b = t.buttons;
  const s = t.states;
  return (
    <section className={styles.part} aria-labelledby="show-actions">
      <h2 id="show-actions" className={styles.heading}>
        {b.heading}
      </h2>
      <Shelf name="Button">
        <Specimen state={`primary, ${s.normal}`}>
          <Button kind="primary">{b.primary}</Button>
        </Specimen>
        <Specimen state={`secondary, ${s.normal}`}>
          <Button icon={<Icon name="park" />}>{b.secondary}</Button>
        </Specimen>
        <Specimen state={`quiet, ${s.normal}`}>
          <Button kind="quiet">{b.quiet}</Button>
        </Specimen>
        <Specimen state={`danger, ${s.normal}`}>
          <Button kind="danger" icon={<Icon name="trash" />}>
            {b.danger}
          </Button>
        </Specimen>
        <Specimen state={s.hover} look="hover">
          <Button>{b.secondary}</Button>
        </Specimen>
        <Specimen state={s.focus} look="focus">
          <Button>{b.secondary}</Button>
        </Specimen>
        <Specimen state={s.disabled}>
          <Button kind="primary" disabled>
            {b.primary}
          </Button>
        </Specimen>
        <Specimen state={s.busy}>
          <Button kind="primary" busy>
            {b.primary}
          </Button>
        </Specimen>
        <Specimen state="secondary, busy">
          <Button busy>{b.secondary}</Button>
        </Specimen>
        <Specimen state="large">
          <Button kind="primary" size="large" iconAfter={<Icon name="next" />}>
            {b.next}
          </Button>
        </Specimen>
        <Specimen state="small">
          <Button size="small" icon={<Icon name="plus" />}>
            {b.small}
          </Button>
        </Specimen>
        <Specimen state={s.long}>
          <Button>{b.long}</Button>
        </Specimen>
        <Specimen state="wide" wide>
          <Button kind="primary" wide>
            {b.wide}
          </Button>
        </Specimen>
      </Shelf>
      <Shelf name="LinkButton">
        <Specimen state={s.normal}>
          <LinkButton href="#main" iconAfter={<Icon name="next" />}>
            {b.wide}
          </LinkButton>
        </Specimen>
        <Specimen state="primary">
          <LinkButton href="#main" kind="primary">
            {b.wide}
          </LinkButton>
        </Specimen>
      </Shelf>
      <Shelf name="IconButton">
        <Specimen state={s.normal}>
          <IconButton label={b.edit} icon={<Icon name="edit" />} />
        </Specimen>
        <Specimen state="outlined">
          <IconButton label={b.print} kind="outlined" icon={<Icon name="print" />} />
        </Specimen>
        <Specimen state={s.hover} look="hover">
          <IconButton label={b.edit} icon={<Icon name="edit" />} />
        </Specimen>
        <Specimen state={s.focus} look="focus">
          <IconButton label={b.edit} icon={<Icon name="edit" />} />
        </Specimen>
        <Specimen state={s.disabled}>
          <IconButton label={b.edit} icon={<Icon name="edit" />} disabled />
        </Specimen>
        <Specimen state={s.busy}>
          <IconButton label={b.edit} icon={<Icon name="edit" />} busy />
        </Specimen>
      </Shelf>
      <Shelf name="Menu">
        <Specimen state={s.normal}>
          <Menu
            label={b.more}
            icon={<Icon name="more" />}
            items={[
              { id: 'edit', label: b.edit, icon: <Icon name="edit" />, onSelect: nothing },
              {
                id: 'later',
                label: b.month,
                hint: b.monthHint,
                icon: <Icon name="calendar" />,
                onSelect: nothing,
              },
              { id: 'print', label: b.print, icon: <Icon name="print" />, onSelect: nothing, disabled: true },
              { id: 'away', label: b.danger, icon: <Icon name="trash" />, onSelect: nothing, danger: true },
            ]}
          />
        </Specimen>
        <Specimen state="chosen">
          <Menu
            label={b.leader}
            items={['Yasmin', 'Tom', 'Sam'].map((name, index) => ({
              id: name,
              label: name,
              chosen: index === 0,
              onSelect: nothing,
            }))}
          />
        </Specimen>
        <Specimen state={s.disabled}>
          <Menu label={b.leader} disabled items={[]} />
        </Specimen>
      </Shelf>
    </section>
  );
}
