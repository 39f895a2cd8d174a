import type { PartPlace } from '#features/board/domain';
import { usePartFaces } from '#packages/feature/web';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { type PartLook, useRoom } from '#packages/ui';
import { boardMessages } from './board-messages.ts';
import { numberOf } from './board-view.ts';
import { usePlaceTitle } from './part-words.ts';
import { useBoard } from './use-board.ts';

/** The part that belongs in this place, under the team's own name for it. */
export function PartOfBoard({ place, parts }: { place: PartPlace; parts: readonly PartPlace[] }) {
  const { state, isDisplay } = useBoard();
  const { language } = useLanguage();
  const room = useRoom(isDisplay);
  const say = useMessages(boardMessages);
  const titleOf = usePlaceTitle();
  const face = usePartFaces().faceOf(place.part);
  if (!face) return null;
  const { Part, givesWay, write, shortcut } = face;
  const look: PartLook = {
    title: titleOf(place),
    number: numberOf(state, place.part, parts),
    numberLabel: say.step,
    more: say.more,
    ...(room === 'wall'
      ? {
          wall: {
            ...givesWay,
            write: {
              open: write[language],
              close: say.closeWriting,
              ...(shortcut === undefined ? {} : { shortcut }),
            },
          },
        }
      : {}),
  };
  return <Part look={look} />;
}
