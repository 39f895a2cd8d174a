-- Goals, measurements and actions. Rules with a number (G…) are those of features/goals/README.md.
-- Stream records: columns mirror features/goals/domain/records.ts. What a team takes off its board stays as a row, so
-- a measurement always finds its goal.

create table goal (
  id uuid not null,
  text text not null check (length(text) between 1 and 300),
  pupils text check (length(pupils) between 1 and 80),
  -- Halves are exact in binary, and the driver reads this type as a number.
  target double precision not null check (target between 1 and 10 and target * 2 = trunc(target * 2)),
  weeks integer not null check (weeks between 4 and 8),
  started_on date not null,
  period_id uuid,
  owner_id uuid,
  closed_on date,
  outcome text check (outcome in ('reached', 'stopped')),
  position integer not null check (position between 0 and 1000000),
  removed_at timestamptz,
  check ((closed_on is null) = (outcome is null))
);
call stream_table('goal', 'team');
call stream_reference('goal', 'period_id', 'period');

create table measurement (
  id uuid not null,
  goal_id uuid not null,
  period integer not null check (period between 0 and 30),
  value double precision not null check (value between 1 and 10 and value * 2 = trunc(value * 2)),
  measured_on date not null,
  by_member_id uuid,
  note text check (length(note) between 1 and 300),
  removed_at timestamptz
);
call stream_table('measurement', 'team');
call stream_reference('measurement', 'goal_id', 'goal');
-- G7: one per goal and period.
create unique index measurement_of_period on measurement (team_id, goal_id, period) where removed_at is null;

create table action (
  id uuid not null,
  kind text not null check (kind in ('classroom', 'team')),
  text text not null check (length(text) between 1 and 300),
  owner_id uuid,
  also_ids jsonb not null check (jsonb_typeof(also_ids) = 'array'),
  goal_id uuid,
  due date,
  added_at timestamptz not null,
  done_at timestamptz,
  done_by_id uuid,
  removed_at timestamptz,
  check (done_at is not null or done_by_id is null)
);
call stream_table('action', 'team');
call stream_reference('action', 'goal_id', 'goal');
