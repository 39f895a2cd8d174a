-- Stream records: columns mirror features/rhythm/domain/records.ts; rules with a number (R…) are those of features/rhythm/README.md.

-- R23: the coach leads until the team is handed its sessions.
create table coach_lead (
  id uuid not null,
  member_id uuid not null,
  since date not null,
  handed_over_on date
);
call stream_table('coach_lead', 'team');
alter table coach_lead add check (id = team_id);
call stream_reference('coach_lead', 'member_id', 'member');
