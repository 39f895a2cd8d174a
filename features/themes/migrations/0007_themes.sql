-- What a whole school shares about where it is going. Columns mirror features/themes/domain/records.ts; rules with a number (T…)
-- are those of features/themes/README.md.

create table school_inspiration (
  id uuid not null,
  kind text not null check (kind in ('ambition', 'story', 'year-board')),
  text text not null check (length(text) between 1 and 2000),
  day date,
  position integer not null check (position between 0 and 1000000),
  added_at timestamptz not null,
  removed_at timestamptz
);
call stream_table('school_inspiration', 'school');
