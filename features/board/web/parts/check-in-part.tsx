import { checkInStatus, endedSessions, levelOf } from '#features/board/domain';
import { callName, currentMembers, type Member } from '#features/people/domain';
import { isAtSchool } from '#features/rhythm/domain';
import { sayDay, sayList } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { BoardPart, MoodFace, type PartLook, PersonChip, Row, WeatherPicture } from '#packages/ui';
import { useBoard } from '../use-board.ts';
import { messages } from './part-messages.ts';
import styles from './parts.module.css';

/** Between sessions a calm part: who is in the team, who is here now, how they arrived last time. */
export function CheckInPart({ look }: { look: PartLook }) {
  const { state, today, presence, may } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(messages);
  const members = currentMembers(state);
  const last = endedSessions(state)[0];
  const status = last ? checkInStatus(state, last) : null;
  // Not of the team: who was there is told, not how they arrived (B32).
  const isInside = may('team.inside');
  const marks = new Map(
    status?.shown && isInside ? status.in.map(({ member, checkIn }) => [member.id, checkIn.mark]) : [],
  );
  // On a Saturday nobody is at school, and that is no news.
  const atSchool = members.filter((member) => isAtSchool(member, today));
  const away = atSchool.length > 0 ? members.filter((member) => !atSchool.includes(member)) : [];

  const presenceOf = (member: Member) => {
    if (presence.members.includes(member.id)) return 'present';
    return away.includes(member) ? 'missing' : 'away';
  };

  const markOf = (member: Member) => {
    const mark = marks.get(member.id);
    if (!last || mark === undefined || mark === null) return null;
    const level = levelOf(last.moodScale, mark);
    if (level === null)
      return last.moodScale === 'number' ? <span className={styles.number}>{mark}</span> : null;
    return last.moodScale === 'weather' ? <WeatherPicture level={level} /> : <MoodFace level={level} />;
  };

  return (
    <BoardPart look={look} remark={last && sayDay(last.day, today, language)}>
      <Row gap={2} as="ul">
        {members.map((member) => (
          <li key={member.id} className={styles.person}>
            <PersonChip
              name={callName(members, member)}
              initials={member.initials}
              presence={presenceOf(member)}
              labels={{ present: say.here, away: say.notHere, missing: say.awayToday }}
              mark={markOf(member)}
            />
          </li>
        ))}
      </Row>
      {away.length > 0 && (
        <p className={styles.quiet}>
          {say.away(
            sayList(
              away.map((member) => callName(members, member)),
              language,
            ),
          )}
        </p>
      )}
      {last?.summary && !isInside && (
        <p className={styles.quiet}>{say.wereThere(last.summary.checkedIn, last.summary.expected)}</p>
      )}
      {!last && <p className={styles.quiet}>{say.checkInCalm}</p>}
    </BoardPart>
  );
}
