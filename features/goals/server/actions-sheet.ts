import { type ActionKind, MOST_ACTIONS_IN_SHEET } from '#features/goals/domain';
import type { Transaction } from '#packages/database';
import type { Sheet } from '#packages/documents';
import { type Language, type Messages, sayList } from '#packages/i18n';
import { type Day, dayIn } from '#packages/kernel';

const nl = {
  sheet: 'Acties',
  text: 'Actie',
  who: 'Wie',
  kind: 'Waar',
  goal: 'Doel',
  due: 'Klaar op',
  addedOn: 'Afgesproken op',
  doneOn: 'Gedaan op',
  kinds: { classroom: 'in de klas', team: 'voor het team' },
};

const en = {
  sheet: 'Actions',
  text: 'Action',
  who: 'Who',
  kind: 'Where',
  goal: 'Goal',
  due: 'Due',
  addedOn: 'Agreed on',
  doneOn: 'Done on',
  kinds: { classroom: 'in class', team: 'for the team' },
} satisfies Messages<typeof nl>;

const words = { nl, en };

type Row = {
  readonly text: string;
  readonly kind: ActionKind;
  readonly who: readonly string[];
  readonly goal: string | null;
  readonly due: Day | null;
  readonly addedAt: string;
  readonly doneAt: string | null;
};

/** G19: every action that was not taken off: what is open first, soonest first, then what was done, the latest first. */
export async function actionsSheet(sql: Transaction, teamId: string, language: Language): Promise<Sheet> {
  const rows = await sql<Row[]>`
    select action.text, action.kind, goal.text as goal, action.due::text as due, added_at as "addedAt", done_at as "doneAt",
      (select coalesce(jsonb_agg(member.name order by named.place), '[]')
        from jsonb_array_elements_text(jsonb_build_array(action.owner_id) || action.also_ids) with ordinality as named (id, place)
        join member on member.team_id = action.team_id and member.id = named.id::uuid) as who
    from action left join goal on goal.team_id = action.team_id and goal.id = action.goal_id
    where action.team_id = ${teamId} and action.removed_at is null
    order by done_at desc nulls first, due nulls last, added_at, action.id
    limit ${MOST_ACTIONS_IN_SHEET}`;
  const say = words[language];
  return {
    name: say.sheet,
    columns: [
      { title: say.text, kind: 'text', width: 50 },
      { title: say.who, kind: 'text', width: 28 },
      { title: say.kind, kind: 'text', width: 15 },
      { title: say.goal, kind: 'text', width: 50 },
      { title: say.due, kind: 'day', width: 15 },
      { title: say.addedOn, kind: 'day', width: 15 },
      { title: say.doneOn, kind: 'day', width: 15 },
    ],
    rows: rows.map(({ text, kind, who, goal, due, addedAt, doneAt }) => [
      text,
      sayList(who, language),
      say.kinds[kind],
      goal,
      due,
      dayIn(new Date(addedAt)),
      doneAt === null ? null : dayIn(new Date(doneAt)),
    ]),
  };
}
