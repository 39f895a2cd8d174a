import { type RoleToGive, rolesToGive, type TeamOfSchool } from '#features/people/domain';
import { useMessages } from '#packages/i18n/react';
import { RadioList } from '#packages/pages';
import { Select } from '#packages/ui';
import { words } from '../../words.ts';
import { messages } from './messages.ts';

export type ChosenRole = { readonly role: RoleToGive; readonly teamId: string };

/** A school coach coaches one team; every other role is about the school. */
export const isWhole = ({ role, teamId }: ChosenRole): boolean => role !== 'school-coach' || teamId !== '';

export const forServer = ({ role, teamId }: ChosenRole) => ({
  role,
  teamId: role === 'school-coach' ? teamId : null,
});

export function RoleChoice({
  chosen,
  teams,
  isTried,
  onChange,
}: {
  chosen: ChosenRole;
  teams: readonly TeamOfSchool[];
  isTried: boolean;
  onChange: (chosen: ChosenRole) => void;
}) {
  const say = useMessages(messages);
  const { role: roleNames } = useMessages(words);
  return (
    <>
      <RadioList
        legend={say.role}
        value={chosen.role}
        onChange={(role) => onChange({ ...chosen, role })}
        choices={rolesToGive.map((value) => ({
          value,
          label: roleNames[value],
          help: say.roleHelp[value],
        }))}
      />
      {chosen.role === 'school-coach' && (
        <Select
          label={say.coachedTeam}
          placeholder={say.chooseTeam}
          options={teams.map((team) => ({ value: team.id, label: team.name }))}
          value={chosen.teamId}
          error={isTried && !isWhole(chosen) ? say.teamMissing : undefined}
          onChange={(teamId) => onChange({ ...chosen, teamId })}
        />
      )}
    </>
  );
}
