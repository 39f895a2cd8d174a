import { currentGuests } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { Card, PersonChip, SectionHeading } from '#packages/ui';
import { usePeople } from '../../use-people.ts';
import styles from './members.module.css';
import { messages } from './messages.ts';

/** Who joins in without being of the team (rule P17): named, and with no turn to lead. */
export function GuestsPart() {
  const say = useMessages(messages);
  const { state, memberId } = usePeople();
  const guests = currentGuests(state);
  if (guests.length === 0) return null;
  return (
    <Card aria-labelledby="people-guests">
      <SectionHeading id="people-guests">{say.guests}</SectionHeading>
      <ul className={styles.members}>
        {guests.map((guest) => (
          <li key={guest.id} className={styles.member}>
            <PersonChip name={guest.name} initials={guest.initials} />
            <div className={styles.who}>
              <p className={styles.name}>
                {guest.name} {guest.id === memberId && <span className={styles.you}>({say.you})</span>}
              </p>
              <p className={styles.about}>{guest.place === 'coach' ? say.asCoach : say.asGuest}</p>
            </div>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{say.guestsNote}</p>
    </Card>
  );
}
