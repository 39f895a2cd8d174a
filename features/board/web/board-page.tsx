import { useState } from 'react';
import { boardOf } from '#features/board/domain';
import { ConnectionNotice } from '#features/people/web';
import { usePartFaces } from '#packages/feature/web';
import { sayFullDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Page, useRoom } from '#packages/ui';
import { Announcer } from './announcer.tsx';
import styles from './board.module.css';
import { BoardRemark, LeaderButton, LiveDot, Presence, WallClock } from './board-header.tsx';
import { BoardMenu } from './board-menu.tsx';
import { boardMessages } from './board-messages.ts';
import { columnShares, columnsOf, phoneOrder, widestColumn } from './board-view.ts';
import { JoinIn } from './join-in.tsx';
import { NewTeam } from './new-team.tsx';
import { OverNotice } from './over-notice.tsx';
import { PartOfBoard } from './part-of-board.tsx';
import { SessionButton } from './session-button.tsx';
import { ShortcutsDialog, useShortcuts } from './shortcuts.tsx';
import { useBoard } from './use-board.ts';

/** The improvement board: on the wall at a glance, on a laptop to work at, on a phone what matters for me first. */
export function BoardPage() {
  const { state, teamId, isDisplay, today } = useBoard();
  const { language } = useLanguage();
  const say = useMessages(boardMessages);
  const room = useRoom(isDisplay);
  const [showsKeys, setShowsKeys] = useState(false);
  useShortcuts(() => setShowsKeys(true));
  const team = state.team.get(teamId);
  const isWall = room === 'wall';
  const isPhone = room === 'phone';

  return (
    <Page
      room={room}
      accent={team?.accent}
      overview={isWall}
      fixedHeight={isWall}
      skipLabel={say.skip}
      brand={<h1 className={styles.name}>{team?.name}</h1>}
      remark={
        <>
          <BoardRemark short={isPhone} />
          {isPhone && <LeaderButton short />}
        </>
      }
      actions={
        <>
          {!isPhone && <Presence />}
          {!isPhone && <LeaderButton />}
          {isWall && <WallClock />}
          <LiveDot />
          <BoardMenu room={room} onShortcuts={() => setShowsKeys(true)} />
          {!isPhone && <SessionButton />}
        </>
      }
      footer={isPhone && <SessionButton wide />}
    >
      <ConnectionNotice />
      <OverNotice />
      <NewTeam />
      <JoinIn />
      <p className={styles.printed}>{say.printed(team?.name ?? '', sayFullDay(today, language))}</p>
      {isPhone ? <PhoneBoard /> : <Columns />}
      <Announcer />
      <ShortcutsDialog open={showsKeys} onClose={() => setShowsKeys(false)} />
    </Page>
  );
}

function Columns() {
  const { state, teamId } = useBoard();
  const say = useMessages(boardMessages);
  const { parts } = boardOf(state, teamId);
  const columns = columnsOf(parts);
  const { faceOf } = usePartFaces();
  const shares = columnShares(columns, faceOf);
  const widest = widestColumn(shares);
  if (columns.length === 0) return <p>{say.noParts}</p>;
  return (
    <div
      className={styles.columns}
      data-columns={columns.length}
      style={{ '--columns': shares.map((share) => `minmax(0, ${share}fr)`).join(' ') } as object}
    >
      {columns.map((column, index) => (
        <div
          key={column[0]?.part}
          className={styles.column}
          data-widest={columns.length > 2 && index === widest ? '' : undefined}
        >
          {column.map((place) => (
            <PartOfBoard key={place.part} place={place} parts={parts} />
          ))}
        </div>
      ))}
    </div>
  );
}

function PhoneBoard() {
  const { state, teamId, memberId, today } = useBoard();
  const { parts } = boardOf(state, teamId);
  const { faceOf } = usePartFaces();
  const order = phoneOrder(parts, state, { memberId, today }, faceOf);
  return (
    <div className={styles.phone}>
      {order.map((place) => (
        <PartOfBoard key={place.part} place={place} parts={parts} />
      ))}
    </div>
  );
}
