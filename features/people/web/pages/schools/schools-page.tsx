import { useState } from 'react';
import { Link } from 'wouter';
import { schoolContract } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { Fault, Moment, More, PlainPage, pageMessages, useList, useSettled } from '#packages/pages';
import { Card, EmptyState, TextField } from '#packages/ui';
import { homeAt, schoolAt } from '../../addresses.ts';
import styles from '../school/school.module.css';
import { messages } from './messages.ts';

/** For whoever has sight of many schools: one is looked up, not picked from a list of sixty (rule P16). */
export function SchoolsPage() {
  const say = useMessages(messages);
  const { toOverview } = useMessages(pageMessages);
  const [search, setSearch] = useState('');
  const schools = useList(schoolContract.inSight, { query: { text: useSettled(search.trim()) } });
  const { answer, again } = schools;
  const found = answer.is === 'here' ? answer.value.items : [];
  return (
    <PlainPage title={say.title} back={{ href: homeAt.to(), label: toOverview }}>
      <Card>
        <TextField
          label={say.search}
          type="search"
          value={search}
          onChange={setSearch}
          maxLength={120}
          autoComplete="off"
          spellCheck={false}
        />
        {answer.is === 'no' && <Fault of={answer.error} again={() => void again()} />}
        {answer.is === 'asking' && <Moment />}
        {answer.is === 'here' && found.length === 0 && (
          <EmptyState title={say.none}>{say.noneText}</EmptyState>
        )}
        {found.length > 0 && (
          <ul className={styles.list}>
            {found.map(({ id, name, brin, site, body }) => (
              <li key={id} className={styles.line}>
                <div className={styles.words}>
                  <Link href={schoolAt.to({ school: id })} className={styles.name}>
                    {name}
                  </Link>
                  <p className={styles.about}>
                    {[brin === null ? null : say.site(brin, site), body].filter(Boolean).join(' · ')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
        <More of={schools} />
      </Card>
    </PlainPage>
  );
}
