import { openGoals } from '#features/goals/domain';
import { namedPeople } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { Select } from '#packages/ui';
import { useBoard } from '../use-board.ts';
import { messages } from './part-messages.ts';

/** Ids; '' is nobody, and no goal. */
export type Links = { readonly byId: string; readonly aboutId: string; readonly goalId: string };

/** As a command takes them. */
export const linked = ({ byId, aboutId, goalId }: Links) => ({
  byId: byId || null,
  aboutId: aboutId || null,
  goalId: goalId || null,
});

type Props = {
  links: Links;
  onChange: (links: Links) => void;
  /** Whose success it is stands already. */
  byHidden?: boolean;
};

/** Whose success it is, whom it is about, and for which goal. */
export function SuccessLinks({ links, onChange, byHidden = false }: Props) {
  const { state } = useBoard();
  const say = useMessages(messages);
  const people = namedPeople(state).map(({ id, name }) => ({ value: id, label: name }));
  const goals = openGoals(state).map(({ id, text }, index) => ({
    value: id,
    label: `${index + 1}. ${text}`,
  }));
  const set = (link: keyof Links) => (id: string) => onChange({ ...links, [link]: id });
  return (
    <>
      {!byHidden && (
        <Select
          label={say.by}
          value={links.byId}
          onChange={set('byId')}
          placeholder={say.theTeam}
          options={people}
        />
      )}
      <Select
        label={say.about}
        value={links.aboutId}
        onChange={set('aboutId')}
        placeholder={say.aboutNobody}
        options={people}
      />
      {goals.length > 0 && (
        <Select
          label={say.forGoal}
          value={links.goalId}
          onChange={set('goalId')}
          placeholder={say.noGoal}
          options={goals}
        />
      )}
    </>
  );
}
