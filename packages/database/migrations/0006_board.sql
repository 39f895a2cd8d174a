-- The board and its sessions. Columns mirror features/board/domain/records.ts; rules with a number (B…) are those of
-- features/board/README.md.

create table board (
  school_id uuid not null references school on delete cascade,
  team_id uuid not null references team_stream on delete cascade,
  id uuid not null check (id = team_id),
  parts jsonb not null check (jsonb_typeof(parts) = 'array'),
  mood_scale text not null check (mood_scale in ('smileys', 'weather', 'number', 'word')),
  budgets jsonb not null check (jsonb_typeof(budgets) = 'array' and jsonb_array_length(budgets) = 5),
  chime boolean not null,
  primary key (team_id, id)
);
create index on board (school_id);
call protect_school_table('board');

create table success (
  school_id uuid not null references school on delete cascade,
  team_id uuid not null references team_stream on delete cascade,
  id uuid not null,
  text text not null check (length(text) between 1 and 280),
  by_id uuid,
  about_id uuid,
  goal_id uuid,
  added_at timestamptz not null,
  cheered_by jsonb not null check (jsonb_typeof(cheered_by) = 'array'),
  removed_at timestamptz,
  primary key (team_id, id),
  foreign key (team_id, by_id) references member (team_id, id),
  foreign key (team_id, about_id) references member (team_id, id),
  foreign key (team_id, goal_id) references goal (team_id, id)
);
create index on success (school_id);
call protect_school_table('success');

create table parked_topic (
  school_id uuid not null references school on delete cascade,
  team_id uuid not null references team_stream on delete cascade,
  id uuid not null,
  text text not null check (length(text) between 1 and 280),
  by_id uuid,
  goal_id uuid,
  action_id uuid,
  added_at timestamptz not null,
  settled_at timestamptz,
  outcome text check (length(outcome) between 1 and 280),
  removed_at timestamptz,
  primary key (team_id, id),
  foreign key (team_id, by_id) references member (team_id, id),
  foreign key (team_id, goal_id) references goal (team_id, id),
  foreign key (team_id, action_id) references action (team_id, id),
  -- B25: what became of it is known only of what was settled.
  check (outcome is null or settled_at is not null)
);
create index on parked_topic (school_id);
call protect_school_table('parked_topic');

create table inspiration (
  school_id uuid not null references school on delete cascade,
  team_id uuid not null references team_stream on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('ambition', 'year-board', 'story', 'arena', 'agreement')),
  text text not null check (length(text) between 1 and 2000),
  day date,
  position integer not null check (position between 0 and 1000000),
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (team_id, id)
);
create index on inspiration (school_id);
call protect_school_table('inspiration');

create table board_session (
  school_id uuid not null references school on delete cascade,
  team_id uuid not null references team_stream on delete cascade,
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
  primary key (team_id, id),
  foreign key (team_id, leader_id) references member (team_id, id),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (summary is null))
);
create index on board_session (school_id);
-- B5: never two at once.
create unique index on board_session (team_id) where ended_at is null;
-- B13: the clock sees which sessions still run, of every school, to close the forgotten ones; nothing else.
create index on board_session (handled_at) where ended_at is null;
call protect_table('board_session',
  $$ school_id = (select app_school()) or ((select app_scope()) = 'clock' and ended_at is null) $$,
  $$ school_id = (select app_school()) $$);

create table check_in (
  school_id uuid not null references school on delete cascade,
  team_id uuid not null references team_stream on delete cascade,
  id uuid not null,
  session_id uuid not null,
  member_id uuid not null,
  mark text not null check (length(mark) between 1 and 20),
  remark text check (length(remark) between 1 and 140),
  marked_at timestamptz not null,
  primary key (team_id, id),
  -- B14: one per member per session.
  unique (team_id, session_id, member_id),
  foreign key (team_id, session_id) references board_session (team_id, id) on delete cascade,
  foreign key (team_id, member_id) references member (team_id, id)
);
create index on check_in (school_id);
call protect_school_table('check_in');
