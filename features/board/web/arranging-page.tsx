import { boardKindOf, boardOf, standardBoard } from '#features/board/domain';
import { TeamPage } from '#features/people/web';
import { useMessages } from '#packages/i18n/react';
import { Banner, Button, Icon, Row } from '#packages/ui';
import { ArrangeColumns } from './arranging/arrange-columns.tsx';
import { messages } from './arranging/arranging-messages.ts';
import { SessionSettings } from './arranging/session-settings.tsx';
import { useBoard } from './use-board.ts';

/** The team arranges its board to taste: where, whether and under what name each part stands, and how its session goes. */
export function ArrangingPage() {
  const { state, teamId, may, send } = useBoard();
  const say = useMessages(messages);
  const standard = standardBoard(state, boardKindOf(state.team.get(teamId))).parts;
  const isStandard = JSON.stringify(boardOf(state, teamId).parts) === JSON.stringify(standard);

  return (
    <TeamPage title={say.title}>
      {may('board.arrange') ? (
        <>
          <Row spread>
            <p>{say.intro}</p>
            <Button
              icon={<Icon name="undo" />}
              disabled={isStandard}
              onClick={() => void send('board.arrange', { parts: standard }, say.standardDone)}
            >
              {say.standard}
            </Button>
          </Row>
          <ArrangeColumns />
          <SessionSettings />
        </>
      ) : (
        <Banner>{say.notAllowed}</Banner>
      )}
    </TeamPage>
  );
}
