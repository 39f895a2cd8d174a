import type { BoardPart, PartPlace } from '#features/board/domain';
import { ActionsPart, GoalsPart } from '#features/goals/web';
import { ProgrammePart } from '#features/rhythm/web';
import { VisitsPart } from '#features/visits/web';
import { useMessages } from '#packages/i18n/react';
import { type PartLook, useRoom } from '#packages/ui';
import { addressOf } from './addresses.ts';
import { boardMessages } from './board-messages.ts';
import { givesWay, numberOf } from './board-view.ts';
import { partTitles } from './part-titles.ts';
import { CheckInPart } from './parts/check-in-part.tsx';
import { InspirationPart } from './parts/inspiration-part.tsx';
import { ParkingPart } from './parts/parking-part.tsx';
import { SuccessesPart } from './parts/successes-part.tsx';
import { useBoard } from './use-board.ts';

const shortcuts: Partial<Record<BoardPart, string>> = { successes: 'n', actions: 'a', parking: 'p' };

function shortcutOf(part: BoardPart): { shortcut?: string } {
  const shortcut = shortcuts[part];
  return shortcut === undefined ? {} : { shortcut };
}

/** The part that belongs in this place, under the team's own name for it. */
export function PartOfBoard({ place, parts }: { place: PartPlace; parts: readonly PartPlace[] }) {
  const { teamId, isDisplay } = useBoard();
  const room = useRoom(isDisplay);
  const say = useMessages(boardMessages);
  const titles = useMessages(partTitles);
  const look: PartLook = {
    title: place.title ?? titles[place.part],
    number: numberOf(place.part, parts),
    numberLabel: say.step,
    more: say.more,
    ...(room === 'wall'
      ? {
          wall: {
            ...givesWay(place.part),
            write: { open: say.write[place.part], close: say.closeWriting, ...shortcutOf(place.part) },
          },
        }
      : {}),
  };
  switch (place.part) {
    case 'check-in':
      return <CheckInPart look={look} />;
    case 'successes':
      return <SuccessesPart look={look} />;
    case 'goals':
      return <GoalsPart look={look} />;
    case 'actions':
      return <ActionsPart look={look} />;
    case 'programme':
      return <ProgrammePart look={look} planningAt={addressOf.rhythm(teamId)} />;
    case 'visits':
      return <VisitsPart look={look} />;
    case 'parking':
      return <ParkingPart look={look} />;
    case 'inspiration':
      return <InspirationPart look={look} />;
  }
}
