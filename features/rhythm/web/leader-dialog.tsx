import { useState } from 'react';
import { namedPeople } from '#features/people/domain';
import { leaderQueue, rotaOf, upcomingLeaders } from '#features/rhythm/domain';
import { commonMessages, sayDay } from '#packages/i18n';
import { useLanguage, useMessages } from '#packages/i18n/react';
import { Button, Dialog, Select, Stack } from '#packages/ui';
import { messages } from './rhythm-messages.ts';
import { useNames, useRhythm } from './use-rhythm.ts';

const TURNS_SHOWN = 5;

/** Who leads the next session, and the ways to change it: take over, pass, swap. */
export function LeaderDialog({ onClose }: { onClose: () => void }) {
  const { state, today, memberId, send } = useRhythm();
  const nameOf = useNames();
  const { language } = useLanguage();
  const say = useMessages(messages);
  const common = useMessages(commonMessages);
  const [other, setOther] = useState('');
  const [swapped, setSwapped] = useState('');

  const turns = upcomingLeaders(state, today, TURNS_SHOWN);
  const next = turns[0];
  // Without a fixed moment the next session is whenever the team stands at its board: today counts.
  const day = next?.day ?? today;
  const leaderId = next?.leader?.memberId ?? null;
  const name = leaderId === null ? null : nameOf(leaderId);
  const takenOver = rotaOf(state).takeOvers.some((taken) => taken.day === day);
  const whoseTurn = leaderQueue(state)[0];
  const options = namedPeople(state)
    .filter(({ id }) => id !== leaderId)
    .map(({ id, name }) => ({ value: id, label: name }));

  const takeOver = (id: string) =>
    void send('rota.takeOver', { memberId: id, day }, say.leaderIs(nameOf(id)));

  return (
    <Dialog
      open
      onClose={onClose}
      title={next?.day ? say.leaderTitle(sayDay(next.day, today, language)) : say.leaderTitleNoDay}
      closeLabel={common.close}
      footer={<Button onClick={onClose}>{common.close}</Button>}
    >
      <p>
        <strong>{name === null ? say.nobodyLeads : say.leads(name)}</strong>
        {next?.leader && ` (${say.how[next.leader.how]})`}
      </p>
      <Stack gap={3}>
        {memberId !== null && memberId !== leaderId && (
          <Button kind="primary" onClick={() => takeOver(memberId)}>
            {say.iTakeOver}
          </Button>
        )}
        {takenOver && whoseTurn !== undefined && whoseTurn !== leaderId && (
          <Button onClick={() => void send('rota.giveBack', { day }, say.leaderIs(nameOf(whoseTurn)))}>
            {say.giveBack(nameOf(whoseTurn))}
          </Button>
        )}
        {leaderId !== null && name !== null && (
          <div>
            <Button onClick={() => void send('rota.skip', { memberId: leaderId, day }, say.skipped(name))}>
              {say.skip(name)}
            </Button>
            <p>
              <small>{say.skipHint}</small>
            </p>
          </div>
        )}
        <Select
          label={say.takesOver}
          value={other}
          placeholder={say.chooseSomebody}
          options={options}
          onChange={(id) => {
            setOther('');
            if (id) takeOver(id);
          }}
        />
        {leaderId !== null && name !== null && (
          <Select
            label={say.swapWith(name)}
            value={swapped}
            placeholder={say.chooseSomebody}
            options={options}
            onChange={(id) => {
              setSwapped('');
              if (id)
                void send('rota.swap', { memberId: leaderId, otherId: id }, say.swapped(name, nameOf(id)));
            }}
          />
        )}
      </Stack>
      <div>
        <h3>{say.nextTurns}</h3>
        <ol>
          {turns.slice(1).map((turn, index) => (
            <li key={turn.day ?? index}>
              {turn.day && `${sayDay(turn.day, today, language)}: `}
              {turn.leader ? nameOf(turn.leader.memberId) : say.nobodyLeads}
            </li>
          ))}
        </ol>
      </div>
      <p>
        <small>{say.leaderNote}</small>
      </p>
    </Dialog>
  );
}
