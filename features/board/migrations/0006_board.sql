-- The board and its sessions. Columns mirror features/board/domain/records.ts; rules with a number (B…) are those of
-- features/board/README.md.

create table board (
  id uuid not null,
  parts jsonb not null check (jsonb_typeof(parts) = 'array'),
  mood_scale text not null check (mood_scale in ('smileys', 'weather', 'number', 'word')),
  budgets jsonb not null check (jsonb_typeof(budgets) = 'array' and jsonb_array_length(budgets) = 5),
  chime boolean not null
);
call stream_table('board', 'team');
alter table board add check (id = team_id);

create table success (
  id uuid not null,
  text text not null check (length(text) between 1 and 280),
  by_id uuid,
  about_id uuid,
  goal_id uuid,
  added_at timestamptz not null,
  cheered_by jsonb not null check (jsonb_typeof(cheered_by) = 'array'),
  removed_at timestamptz
);
call stream_table('success', 'team');
call stream_reference('success', 'by_id', 'member');
call stream_reference('success', 'about_id', 'member');
call stream_reference('success', 'goal_id', 'goal');

create table parked_topic (
  id uuid not null,
  text text not null check (length(text) between 1 and 280),
  by_id uuid,
  goal_id uuid,
  action_id uuid,
  added_at timestamptz not null,
  settled_at timestamptz,
  outcome text check (length(outcome) between 1 and 280),
  removed_at timestamptz,
  -- B25: what became of it is known only of what was settled.
  check (outcome is null or settled_at is not null)
);
call stream_table('parked_topic', 'team');
call stream_reference('parked_topic', 'by_id', 'member');
call stream_reference('parked_topic', 'goal_id', 'goal');
call stream_reference('parked_topic', 'action_id', 'action');

create table inspiration (
  id uuid not null,
  kind text not null check (kind in ('arena', 'agreement')),
  text text not null check (length(text) between 1 and 2000),
  day date,
  position integer not null check (position between 0 and 1000000),
  added_at timestamptz not null,
  removed_at timestamptz
);
call stream_table('inspiration', 'team');

create table board_session (
  id uuid not null,
  day date not null,
  started_at timestamptz not null,
  leader_id uuid not null,
  steps jsonb not null check (jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) between 1 and 5),
  step smallint not null check (step between 1 and 5),
  running_since timestamptz not null,
  paused_at timestamptz,
  handled_at timestamptz not null,
  budgets jsonb not null check (jsonb_typeof(budgets) = 'array' and jsonb_array_length(budgets) = 5),
  extra jsonb not null check (jsonb_typeof(extra) = 'array' and jsonb_array_length(extra) = 5),
  spent_ms jsonb not null check (jsonb_typeof(spent_ms) = 'array' and jsonb_array_length(spent_ms) = 5),
  mood_scale text not null check (mood_scale in ('smileys', 'weather', 'number', 'word')),
  chime boolean not null,
  revealed_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('leader', 'clock')),
  summary jsonb check (jsonb_typeof(summary) = 'object'),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (summary is null))
);
-- B13: the clock sees which sessions still run, of every school, to close the forgotten ones; nothing else.
call stream_table('board_session', 'team', $$ (select app_scope()) = 'clock' and ended_at is null $$);
call stream_reference('board_session', 'leader_id', 'member');
-- B5: never two at once.
create unique index on board_session (team_id) where ended_at is null;
create index on board_session (handled_at) where ended_at is null;

create table check_in (
  id uuid not null,
  session_id uuid not null,
  member_id uuid not null,
  mark text not null check (length(mark) between 1 and 20),
  remark text check (length(remark) between 1 and 140),
  marked_at timestamptz not null
);
call stream_table('check_in', 'team');
call personal_fields('check_in', 'member_id', 'remark');
-- B14: one per member per session.
alter table check_in add unique (team_id, session_id, member_id);
call stream_reference('check_in', 'session_id', 'board_session');
call stream_reference('check_in', 'member_id', 'member');
