import { useState } from 'react';
import { namedPeople } from '#features/people/domain';
import { leadingCoach } from '#features/rhythm/domain';
import { useMessages } from '#packages/i18n/react';
import { Banner, Button, Select } from '#packages/ui';
import { useNames, useRhythm } from '../use-rhythm.ts';
import { messages } from './planning-messages.ts';

/** R23: the coach leads the first sessions, and hands them over to the team with one tap. */
export function CoachLead() {
  const { state, memberId, may, send } = useRhythm();
  const nameOf = useNames();
  const say = useMessages(messages);
  const [isChoosing, setChoosing] = useState(false);
  const lead = leadingCoach(state);
  if (lead) {
    const name = nameOf(lead.memberId);
    return (
      <Banner
        icon="people"
        title={lead.memberId === memberId ? say.youLeadFirst : say.coachLeadsFirst(name)}
        actions={
          may('rhythm.handOver') && (
            <Button onClick={() => void send('rota.handOver', {}, say.handedOver)}>{say.handOver}</Button>
          )
        }
      >
        {say.coachLeadsText}
      </Banner>
    );
  }
  // For a team that begins, or one that was handed its sessions and would rather have the coach back.
  const isOffered = state.ledSession.size === 0 || state.coachLead.size > 0;
  if (!may('rhythm.handOver') || !isOffered) return null;
  const lets = (id: string) => {
    setChoosing(false);
    if (id) void send('rota.coachLeads', { memberId: id }, say.leadsFirst(nameOf(id)));
  };
  return isChoosing ? (
    <Select
      label={say.whichCoach}
      value=""
      placeholder={say.chooseCoach}
      options={namedPeople(state).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={lets}
    />
  ) : (
    <div>
      <Button kind="quiet" onClick={() => setChoosing(true)}>
        {say.letCoachLead}
      </Button>
    </div>
  );
}
