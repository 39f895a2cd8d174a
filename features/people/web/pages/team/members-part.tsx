import { useState } from 'react';
import { currentMembers, type Member, type MemberOfTeam, type Role } from '#features/people/domain';
import { sayDay, sayList } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Card, EmptyState, Icon, IconButton, PersonChip, Pill, SectionHeading } from '#packages/ui';
import { usePeople } from '../../use-people.ts';
import { words } from '../../words.ts';
import { MemberDialog } from './member-dialog.tsx';
import styles from './members.module.css';
import { messages } from './messages.ts';
import { isAwayOn, workDaysOf } from './presence.ts';

/** Everybody in the team, with what steers the leader rota. */
export function MembersPart({ known }: { known: readonly MemberOfTeam[] }) {
  const say = useMessages(messages);
  const { state, may } = usePeople();
  const [chosen, setChosen] = useState<string | null>(null);
  const members = currentMembers(state);
  const told = new Map(known.map((member) => [member.memberId, member]));
  const mayChange = may('team.note') || may('team.manage');
  const open = members.find((member) => member.id === chosen);
  return (
    <Card aria-labelledby="people-members">
      <SectionHeading id="people-members" remark={say.count(members.length)}>
        {say.members}
      </SectionHeading>
      {members.length === 0 ? (
        <EmptyState title={say.noMembers}>{say.noMembersText}</EmptyState>
      ) : (
        <ul className={styles.members}>
          {members.map((member) => (
            <MemberLine
              key={member.id}
              member={member}
              email={told.get(member.id)?.email ?? null}
              roles={told.get(member.id)?.roles ?? []}
              onChange={mayChange ? () => setChosen(member.id) : null}
            />
          ))}
        </ul>
      )}
      <p className={styles.note}>{say.rotaNote}</p>
      {may('team.people') && !may('team.manage') && <p className={styles.note}>{say.settledBy}</p>}
      {open && <MemberDialog key={open.id} member={open} onClose={() => setChosen(null)} />}
    </Card>
  );
}

function MemberLine({
  member,
  email,
  roles,
  onChange,
}: {
  member: Member;
  email: string | null;
  roles: readonly Role[];
  onChange: (() => void) | null;
}) {
  const say = useMessages(messages);
  const { role } = useMessages(words);
  const { language } = useLanguage();
  const { today, memberId } = usePeople();
  const isAway = isAwayOn(member, today);
  const days = workDaysOf(member);
  const when =
    days.length === 5
      ? say.everyDay
      : days.length === 0
        ? say.noDay
        : sayList(
            days.map((day) => say.days[day]),
            language,
          );
  return (
    <li className={styles.member}>
      <PersonChip
        name={member.name}
        initials={member.initials}
        {...(isAway ? { presence: 'away' as const } : {})}
      />
      <div className={styles.who}>
        <p className={styles.name}>
          {member.name} {member.id === memberId && <span className={styles.you}>({say.you})</span>}
        </p>
        <p className={styles.about}>
          {[...roles.map((held) => role[held]), email].filter((part) => part !== null).join(' · ')}
        </p>
      </div>
      <div className={styles.when}>
        {isAway && member.awayUntil !== null && (
          <Pill tone="waiting">{say.awayUntil(sayDay(member.awayUntil, today, language))}</Pill>
        )}
        <span>{when}</span>
      </div>
      {onChange && (
        <IconButton label={say.change(member.name)} icon={<Icon name="edit" />} onClick={onChange} />
      )}
    </li>
  );
}
