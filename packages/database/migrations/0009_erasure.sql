-- Erasing a person. Rules with a number (E…) are those of packages/sync/README.md; how it is done: docs/operations.md.

-- E4: who was erased. Ids alone, so that it can be kept for ever, and applied again to a copy of before.
create table erasure (
  person_id uuid primary key,
  -- Taken away with them. A copy of before they came in holds the invitation, and not yet the person.
  invitation_ids uuid[] not null,
  at timestamptz not null
);
call protect_table('erasure', 'false', 'false');
call note_class('erasure', 'ledger');
revoke insert, update, delete on erasure from samenbeter_app;

call personal_fields('person', 'id', 'name', 'email');
call personal_fields('invitation', 'invited_by', 'invited_by_name');

-- Takes the place of whatever is to go: names that have two words or more, wherever they stand. '\w' knows no apostrophe, so the
-- edges are looked at and not matched.
create function pattern_of(words text[]) returns text language sql immutable as $$
  select '(?<!\w)(' || string_agg(regexp_replace(word, '([\\^$.|?*+()\[\]{}-])', '\\\1', 'g'), '|' order by length(word) desc) || ')(?!\w)'
  from unnest(words) word
$$;

-- E3: nothing says any more who this was, in any table that there is now or will be:
--   what personal_fields() marks is emptied; a name that must be there becomes '–' (packages/sync/personal.ts)
--   rows of the person (a column person_id that refers to one) go; rows that note who did something keep the id
--   their own stream goes, their sessions end, invitations and mail to them go
--   their name, as two words or more, is taken out of every text, the log too
-- Streams in which anything changed go one number on that is not in the log: whoever follows them reads them afresh.
-- For whoever runs the installation. Doing it twice is doing it once.
create function erase_person(whom uuid, also_invitations uuid[] default '{}') returns uuid[]
  language plpgsql set search_path = public, pg_temp as $$
declare
  erased constant text := '–';
  addresses text[];
  names text[];
  members uuid[];
  touched uuid[];
  changed uuid[];
  invitations uuid[];
  pattern text;
  each record;
begin
  perform set_config('app.scope', 'keeping', true);
  -- Nobody writes to a stream meanwhile.
  lock table stream in exclusive mode;
  select array(
    select email from person where id = whom and email is not null
    union select subject from identity where person_id = whom and kind = 'email') into addresses;
  select coalesce(array_agg(id), '{}'), coalesce(array_agg(team_id), '{}') into members, touched from member where person_id = whom;
  select coalesce(array_agg(name), '{}') into names from (
    select name from person where id = whom
    union select name from member where person_id = whom
    union select name from invitation where email = any(addresses)
    union select invited_by_name from invitation where invited_by = whom) known
  where name <> erased;

  with gone as (delete from invitation where email = any(addresses) or id = any(also_invitations) returning id)
  select array(select id from gone union select unnest(also_invitations)) into invitations;
  delete from sign_in_code where joins_name = any(names);
  delete from outgoing_mail where to_address = any(addresses);
  delete from stream where id = whom and kind = 'person';
  update member set left_on = coalesce(left_on, (app_now() at time zone 'Europe/Amsterdam')::date) where person_id = whom;

  -- What is marked as personal.
  for each in
    select attrelid::regclass as holder, attname as field, attnotnull as needed, whose,
      attrelid = 'person'::regclass or refers_to_person(attrelid, whose) as by_person
    from pg_attribute, lateral (select substr(col_description(attrelid, attnum), 11) as whose) mark
    where col_description(attrelid, attnum) like 'personal: %'
  loop
    execute format('update %s set %I = $1 where %I = any($2) and %2$I is distinct from $1', each.holder, each.field, each.whose)
      using case when each.needed then erased end, case when each.by_person then array[whom] else members end;
  end loop;

  -- Rows that are the person's.
  for each in
    select attrelid::regclass as holder from pg_attribute
    where attname = 'person_id' and refers_to_person(attrelid, attname) and not exists (
      select 1 from pg_attribute marked
      where marked.attrelid = pg_attribute.attrelid and col_description(marked.attrelid, marked.attnum) = 'personal: person_id')
  loop
    execute format('delete from %s where person_id = $1', each.holder) using whom;
  end loop;

  -- Mail to others calls people by their first name, and writes names for a browser.
  pattern := pattern_of(array(
    select split_part(name, ' ', 1) from unnest(names) name where length(name) > 1
    union select name from unnest(names) name
    union select replace(replace(name, '&', '&#38;'), '''', '&#39;') from unnest(names) name));
  update outgoing_mail set
    subject = regexp_replace(subject, pattern, erased, 'g'),
    body_text = regexp_replace(body_text, pattern, erased, 'g'),
    body_html = regexp_replace(body_html, pattern, erased, 'g')
  where concat_ws(' ', subject, body_text, body_html) ~ pattern;

  -- Names in texts.
  for each in
    select attrelid::regclass as holder, attname as field, atttypid = 'jsonb'::regtype as is_json,
      (select key.attname from pg_index join pg_attribute key on key.attrelid = indrelid and key.attnum = indkey[0]
       where indrelid = a.attrelid and indisprimary and key.atttypid = 'uuid'::regtype) as key
    from pg_attribute a join pg_class c on c.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped and attgenerated = ''
      and atttypid in ('text'::regtype, 'jsonb'::regtype)
      and exists (select 1 from pg_policy where polrelid = c.oid and polname = 'kept')
  loop
    select pattern_of(array_agg(case when each.is_json then substr(to_jsonb(name)::text, 2, length(to_jsonb(name)::text) - 2) else name end))
      into pattern from unnest(names) name where name like '% %';
    execute format(
      'with changed as (update %s set %I = %s where %s returning %s as key) select array_agg(distinct key) from changed',
      each.holder, each.field,
      case when each.is_json then format('regexp_replace(%I::text, $1, $2, ''gi'')::jsonb', each.field)
        else format('case when %I = any($3) then $2 else regexp_replace(%1$I, $1, $2, ''gi'') end', each.field) end,
      case when each.is_json then format('%I::text ~* $1', each.field)
        else format('%I ~* $1 or %1$I = any($3)', each.field) end,
      case when each.key is null then 'null::uuid' else format('%I', each.key) end)
    into changed using pattern, erased, names;
    touched := touched || changed;
  end loop;

  insert into erasure (person_id, invitation_ids, at) values (whom, invitations, app_now())
    on conflict (person_id) do update set invitation_ids = array(
      select unnest(erasure.invitation_ids) union select unnest(excluded.invitation_ids));

  if cardinality(names) > 0 then
    for each in update stream set seq = seq + 1 where id = any(touched) returning kind, id, seq loop
      perform pg_notify('stream_change', each.kind || ':' || each.id || ' ' || each.seq);
    end loop;
    perform pg_notify('people_access', 'person ' || whom);
  end if;
  return invitations;
end $$;
revoke execute on function erase_person from public;

create function refers_to_person(holder oid, field name) returns boolean language sql stable as $$
  select exists (
    select 1 from pg_constraint join pg_attribute on attrelid = conrelid and conkey = array[attnum]
    where contype = 'f' and conrelid = holder and confrelid = 'person'::regclass and attname = field)
$$;
