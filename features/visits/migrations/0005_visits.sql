-- Lesson visits: who visits whom, and that it took place. Rules with a number (V…) are those of
-- features/visits/README.md. There is no column for what was seen or said: that is not the team's (V5).

create table visit_pair (
  id uuid not null,
  visitor_id uuid not null,
  visited_id uuid not null check (visited_id <> visitor_id),
  also_visitor_id uuid check (also_visitor_id not in (visitor_id, visited_id)),
  day date,
  starts_at text check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  viewing_question text check (length(viewing_question) between 1 and 200),
  took_place_on date,
  added_at timestamptz not null,
  removed_at timestamptz
);
call stream_table('visit_pair', 'team');
