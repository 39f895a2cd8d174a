-- The rhythm of a team. Rules with a number (R…) are those of features/rhythm/README.md.
-- Stream records (packages/database/records.ts): columns mirror features/rhythm/domain/records.ts. Names of members are
-- not references: who left stays by name, and a team's changes arrive in the order of its log, not of its tables.

create table fixed_moment (
  id uuid not null,
  weekday integer not null check (weekday between 1 and 5),
  -- A time on the wall clock of the school; the same form in a row as in a record.
  starts_at text not null check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  minutes integer not null check (minutes between 5 and 60),
  place text check (length(place) between 1 and 80)
);
call stream_table('fixed_moment', 'team');
alter table fixed_moment add check (id = team_id);

create table period (
  id uuid not null,
  number integer not null check (number between 1 and 20),
  name text check (length(name) between 1 and 60),
  first_day date not null,
  last_day date not null,
  removed_at timestamptz,
  check (first_day <= last_day)
);
call stream_table('period', 'team');

create table planned_session (
  id uuid not null,
  day date not null,
  subject text check (length(subject) between 1 and 200),
  leader_id uuid,
  note text not null check (length(note) <= 1000),
  called_off boolean not null,
  removed_at timestamptz
);
call stream_table('planned_session', 'team');

create table programme_item (
  id uuid not null,
  day date not null,
  minutes integer check (minutes between 1 and 240),
  subject text not null check (length(subject) between 1 and 200),
  member_ids jsonb not null check (jsonb_typeof(member_ids) = 'array'),
  who text check (length(who) between 1 and 80),
  position integer not null check (position between 0 and 1000000),
  removed_at timestamptz
);
call stream_table('programme_item', 'team');

create table rota (
  id uuid not null,
  queue jsonb not null check (jsonb_typeof(queue) = 'array'),
  skips jsonb not null check (jsonb_typeof(skips) = 'array'),
  take_overs jsonb not null check (jsonb_typeof(take_overs) = 'array')
);
call stream_table('rota', 'team');
alter table rota add check (id = team_id);

create table led_session (
  id uuid not null,
  day date not null,
  leader_id uuid not null,
  how text not null check (how in ('turn', 'stand-in', 'agreed', 'take-over'))
);
call stream_table('led_session', 'team');
