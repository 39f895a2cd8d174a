import { useEffect, useState } from 'react';
import { type BoardSession, checkInStatus } from '#features/board/domain';
import { callName, currentGuests, currentMembers } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { Button, Icon, type Room } from '#packages/ui';
import { useBoard } from '../../use-board.ts';
import { nextToMark, tileColumns } from '../session-view.ts';
import styles from './check-in.module.css';
import { checkInMessages } from './check-in-messages.ts';
import { JoinCode } from './join-code.tsx';
import { MarkPanel } from './mark-panel.tsx';
import { MemberTile } from './member-tile.tsx';

/** Everybody's arrival: for all from one screen, or each from their own phone. */
export function CheckInStep({ session, room }: { session: BoardSession; room: Room }) {
  const { state, memberId, may, send } = useBoard();
  const say = useMessages(checkInMessages);
  const status = checkInStatus(state, session);
  const checkIns = new Map(status.in.map(({ member, checkIn }) => [member.id, checkIn]));
  const guests = currentGuests(state).filter(
    ({ id }) => id === memberId || checkIns.has(id) || id === session.leaderId,
  );
  const members = [...currentMembers(state), ...guests];
  const awayIds = new Set(status.away.map(({ id }) => id));
  const missing = status.missing.map(({ id }) => id);
  const order = members.filter(({ id }) => !awayIds.has(id)).map(({ id }) => id);
  const mayUse = may('board.use');
  // B32: whoever is not of the team sees who is there, not how they arrive.
  const isInside = may('team.inside');
  // B31: a guest checks in for nobody else.
  const mayMark = (id: string) => mayUse || (id === memberId && may('board.takePart'));
  const nextFor = (after: string | null) => (mayUse ? nextToMark(order, missing, after) : null);
  const [chosen, setChosen] = useState<string | null>(() =>
    memberId !== null && !checkIns.has(memberId) ? memberId : nextFor(null),
  );
  // Once the marks are shown they have the screen; whoever is not in yet can still be tapped.
  const isMineToDo = room === 'phone' && memberId !== null && !checkIns.has(memberId);
  useEffect(() => {
    if (status.shown && !isMineToDo) setChosen(null);
  }, [status.shown, isMineToDo]);
  const member = state.member.get(chosen ?? '');
  // From one screen it goes on to the next colleague; on a phone everybody answers for themselves.
  const isShared = memberId === null || room !== 'phone';
  const hasCode = room !== 'phone' && !status.shown;
  const goOn = () => setChosen(isShared ? nextFor(chosen) : null);

  return (
    <div
      className={styles.step}
      data-room={room}
      data-panel={member ? '' : undefined}
      data-join={hasCode ? '' : undefined}
    >
      <div className={styles.standing} role="status">
        {status.allIn ? (
          <p>
            <Icon name="check" /> {say.everybody}
          </p>
        ) : (
          <p>
            {room === 'phone' && memberId !== null && checkIns.has(memberId) && `${say.youAreIn} `}
            {(status.shown || !isInside ? say.shownEarly : say.waiting)(status.missing.length)}
          </p>
        )}
        {!status.shown && status.in.length > 0 && mayUse && (
          <Button
            icon={<Icon name="eye" />}
            onClick={() => void send('session.reveal', { sessionId: session.id })}
          >
            {say.reveal}
          </Button>
        )}
      </div>

      <ul
        className={styles.tiles}
        aria-label={say.team}
        style={{ '--columns': tileColumns(order.length) } as object}
      >
        {members
          .filter(({ id }) => !awayIds.has(id))
          .map((each) => (
            <MemberTile
              key={each.id}
              name={callName(members, each)}
              scale={session.moodScale}
              checkIn={checkIns.get(each.id) ?? null}
              shown={status.shown && isInside}
              isChosen={each.id === chosen}
              // Again on the same name changes nothing: it may just have become theirs by itself.
              onChoose={mayMark(each.id) ? () => setChosen(each.id) : null}
            />
          ))}
      </ul>

      {member && mayMark(member.id) && (
        <MarkPanel
          key={member.id}
          session={session}
          member={{ id: member.id, name: callName(members, member) }}
          isMe={member.id === memberId}
          checkIn={checkIns.get(member.id) ?? null}
          seen={(status.shown && isInside) || member.id === memberId}
          onDone={goOn}
        />
      )}

      {status.away.length > 0 && (
        <div className={styles.away}>
          <span>{say.away}:</span>
          {status.away.map((each) => (
            <Button
              key={each.id}
              size="small"
              kind="quiet"
              disabled={!mayUse}
              aria-pressed={each.id === chosen}
              onClick={() => setChosen(each.id)}
            >
              {callName(members, each)}
            </Button>
          ))}
        </div>
      )}
      {hasCode && <JoinCode />}
    </div>
  );
}
