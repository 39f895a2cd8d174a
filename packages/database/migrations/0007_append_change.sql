-- One change at the end of a team's log, and only there: the stream moves from the number before it, or nothing happens.
-- A function, so that the check needs no answer first: the statements behind it are on their way already, with the commit.
create function append_change(
  school uuid, team uuid, number bigint, command uuid, command_name text, member uuid, person uuid, moment timestamptz, facts jsonb
) returns void language plpgsql as $$
begin
  update team_stream set seq = number where team_id = team and seq = number - 1;
  if not found then
    raise exception 'the stream of team % is not at % (any more)', team, number - 1 using errcode = 'SB001';
  end if;
  insert into team_change (school_id, team_id, seq, command_id, name, by_member, by_person, at, changes)
  values (school, team, number, command, command_name, member, person, moment, facts);
end $$;
