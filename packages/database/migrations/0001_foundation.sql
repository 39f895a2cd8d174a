-- Who may see a row is decided here, not in the application.
-- A transaction says for whom it works (see ../connection.ts); without that, every tenant table is empty.
--   app.scope   'school' | 'person' | 'programme' | 'sign-in' | 'clock' | 'installation'
--   app.school  the school whose rows may be seen
--   app.person  the person who acts
--   app.now     the moment on the server's clock

create function app_scope() returns text language sql stable as
  $$ select nullif(current_setting('app.scope', true), '') $$;
create function app_school() returns uuid language sql stable as
  $$ select nullif(current_setting('app.school', true), '')::uuid $$;
create function app_person() returns uuid language sql stable as
  $$ select nullif(current_setting('app.person', true), '')::uuid $$;

-- What somebody at the door presents: a token, a code, an address. They see the one row that it belongs to, never a table.
create function app_key() returns text language sql stable as
  $$ select nullif(current_setting('app.key', true), '') $$;

-- The one clock. The server writes moments from its own clock, and rules that compare with them must read the same one:
-- it travels with the transaction's context. Nothing in this database asks now() but this function, for whoever comes
-- without a context (migrations, an administrator at the prompt); a test holds that.
create function app_now() returns timestamptz language sql stable as
  $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;

-- Row rules by hand: for the procedures below, one for each class of tables.
create procedure protect_table(name regclass, seen_by text, changed_by text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy seen on %s for select using (%s)', name, seen_by);
  execute format('create policy added on %s for insert with check (%s)', name, changed_by);
  execute format('create policy changed on %s for update using (%s) with check (%s)', name, changed_by, changed_by);
  execute format('create policy removed on %s for delete using (%s)', name, changed_by);
  execute format('grant select, insert, update, delete on %s to samenbeter_app', name);
  -- The owner is held to the row rules too, but for its own functions that keep the whole: erasing a person, compacting the log.
  execute format('create policy kept on %s to pg_database_owner using ((select app_scope()) = %L)', name, 'keeping');
end $$;

-- Every table belongs to a class. Its procedure writes the row rules and notes the class, with the columns that it goes by,
-- in the table's comment: 'class: pair (visitor_id, visited_id)'. tests/security/rows.test.ts reads the comments, makes an
-- attack for each table from its class, and fails on a table that has none. `also_seen` is who else sees a row; it never
-- widens who changes one.
create procedure note_class(name regclass, class text, variadic columns text[] default '{}') language plpgsql as $$
begin
  execute format('comment on table %s is %L', name,
    'class: ' || class || case when cardinality(columns) > 0 then ' (' || array_to_string(columns, ', ') || ')' else '' end);
end $$;

-- school: whoever works in that school. The records of a team's, a school's or a room's stream are seen and changed by the school
-- that it is in as well: see stream_table.
create procedure school_table(name regclass, key text default 'school_id', also_seen text default 'false') language plpgsql as $$
begin
  call protect_table(name, format('%I = (select app_school()) or (%s)', key, also_seen), format('%I = (select app_school())', key));
  call note_class(name, 'school', key);
end $$;

-- person: its owner alone, whoever else works in the same school, and whatever the application asks for.
create procedure person_table(name regclass, key text default 'person_id') language plpgsql as $$
begin
  call protect_table(name, format('%I = (select app_person())', key), format('%I = (select app_person())', key));
  call note_class(name, 'person', key);
end $$;

-- pair: two people (who visited and who was visited), and nobody beside them.
create procedure pair_table(name regclass, one text, other text) language plpgsql as $$
declare theirs text := format('(select app_person()) in (%I, %I)', one, other);
begin
  call protect_table(name, theirs, theirs);
  call note_class(name, 'pair', one, other);
end $$;

-- answers: taken in from everybody, and never read, changed or taken away by the application. What may be told of them is
-- told by a function that counts.
create procedure answers_table(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy added on %s for insert with check ((select app_scope()) is not null)', name);
  execute format('create policy kept on %s to pg_database_owner using ((select app_scope()) = %L)', name, 'keeping');
  execute format('grant insert on %s to samenbeter_app', name);
  call note_class(name, 'answers');
end $$;

-- public: read by everybody who works here at all, changed by whoever runs the installation.
create procedure public_table(name regclass) language plpgsql as $$
begin
  call protect_table(name, '(select app_scope()) is not null', $rule$(select app_scope()) = 'installation'$rule$);
  call note_class(name, 'public');
end $$;

-- account: what belongs to one person, who sees and changes it while working as that person; others may see it where `also_seen`
-- says so, or change it where `also_changed` does (at the door, before anybody knows who it is).
create procedure account_table(name regclass, key text, also_seen text, also_changed text default 'false') language plpgsql as $$
declare theirs text := format($rule$((select app_scope()) = 'person' and %I = (select app_person()))$rule$, key);
begin
  call protect_table(name, theirs || ' or ' || also_seen, theirs || ' or ' || also_changed);
  call note_class(name, 'account', key);
end $$;

-- door: of nobody yet. A row is seen by whoever presents one of its keys at the door, and changed by whoever presents the
-- first; the clock takes it away when it has run out.
create procedure door_table(name regclass, variadic keys text[]) language plpgsql as $$
declare
  presents text := $rule$(select app_scope()) = 'sign-in' and %I = (select app_key())$rule$;
  is_over text := $rule$(select app_scope()) = 'clock' and expires_at < (select app_now())$rule$;
  seen text := (select string_agg('(' || format(presents, key) || ')', ' or ') from unnest(keys) key);
begin
  call protect_table(name, seen || ' or (' || is_over || ')', format(presents, keys[1]));
  execute format('alter policy removed on %s using (%s)', name, is_over);
  call note_class(name, 'door', variadic keys);
end $$;

-- outbox: put in by whoever works, taken out by the clock.
create procedure outbox_table(name regclass) language plpgsql as $$
begin
  call protect_table(name, $rule$(select app_scope()) = 'clock'$rule$, $rule$(select app_scope()) = 'clock'$rule$);
  execute format('alter policy added on %s with check ((select app_scope()) is not null)', name);
  call note_class(name, 'outbox');
end $$;

-- Says of columns that they tell who somebody is, and by which column it is known whose they are: a person, or a member. Such a
-- column is never in the log (`personal` of a part; a test compares), and `erase_person` (migration 0009) empties it.
create procedure personal_fields(name regclass, whose text, variadic fields text[]) language plpgsql as $$
declare
  field text;
begin
  foreach field in array fields loop
    execute format('comment on column %s.%I is %L', name, field, 'personal: ' || whose);
  end loop;
end $$;

-- What this installation is, chosen once at its first start: real people's data never opens in demonstration mode.
create table installation (
  is_only_row boolean primary key default true check (is_only_row),
  kind text not null check (kind in ('demonstration', 'production')),
  made_at timestamptz not null default app_now(),
  -- When the demonstration school was complete; null: it never was, and is made anew.
  filled_at timestamptz
);
call protect_table('installation', 'true', 'false');
call note_class('installation', 'installation');

-- Who lies above a school (method 4): a programme has regions; a governing body has schools, and so has a region.
create table programme (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  made_at timestamptz not null default app_now()
);
call public_table('programme');

create table region (
  id uuid primary key,
  programme_id uuid not null references programme,
  name text not null check (length(name) between 1 and 120),
  made_at timestamptz not null default app_now()
);
create index on region (programme_id);
call public_table('region');

create table governing_body (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  made_at timestamptz not null default app_now()
);
call public_table('governing_body');

create table school (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  -- As in the government's register of schools: two digits and two letters, and the number of the site.
  brin text check (brin ~ '^[0-9]{2}[A-Z]{2}$'),
  site smallint check (site between 0 and 99),
  sector text not null check (sector in ('po', 'vo', 'mbo', 'ho')),
  governing_body_id uuid references governing_body,
  region_id uuid references region,
  -- P3: who is in a team is settled by its coach and the school leader, unless the school opens it to the members.
  members_invite boolean not null default false,
  zone text not null default 'Europe/Amsterdam',
  made_at timestamptz not null default app_now(),
  check (site is null or brin is not null)
);
create unique index on school (brin, site) nulls not distinct where brin is not null;
create index on school (governing_body_id);
create index on school (region_id);
call school_table('school', 'id');
-- With a school or a stream its log would go.
revoke delete on school from samenbeter_app;
-- What it lies under says who has sight of it, so that is not changed from inside a school: only what it is called, and what it settles itself.
revoke update on school from samenbeter_app;
grant update (name, members_invite) on school to samenbeter_app;

-- A stream: its last number, and below the log of every change under its number (packages/sync). A team's stream has the
-- team's id, a school's the school's, a person's the person's; a room (one retrospective, one lesson design) has its own, and
-- hangs under the stream whose people may be in it.
create table stream (
  id uuid primary key,
  kind text not null check (kind in ('team', 'school', 'room', 'person')),
  -- Of nobody's school is only what is a person's own.
  school_id uuid references school on delete cascade,
  under uuid references stream on delete cascade,
  seq bigint not null default 0,
  check ((kind = 'person') = (school_id is null)),
  check (kind <> 'school' or id = school_id),
  check ((kind = 'room') = (under is not null))
);
create index on stream (school_id);
call protect_table('stream',
  $$ school_id = (select app_school()) or (school_id is null and id = (select app_person())) $$,
  $$ school_id = (select app_school()) or (school_id is null and id = (select app_person())) $$);
call note_class('stream', 'log', 'school_id');
-- Where streams stand, for a server that may have missed a word of another one: a number, and nothing of what happened.
create policy counted on stream for select using ((select app_scope()) = 'clock');

create table stream_change (
  -- As in the stream; here too, so that the row rules need no look elsewhere.
  school_id uuid references school on delete cascade,
  stream_id uuid not null references stream on delete cascade,
  seq bigint not null,
  command_id uuid not null,
  name text not null,
  by_member uuid,
  by_person uuid,
  at timestamptz not null,
  changes jsonb not null,
  primary key (stream_id, seq),
  unique (stream_id, command_id)
);
create index on stream_change (school_id);
call protect_table('stream_change',
  $$ school_id = (select app_school()) or (school_id is null and stream_id = (select app_person())) $$,
  $$ school_id = (select app_school()) or (school_id is null and stream_id = (select app_person())) $$);
call note_class('stream_change', 'log', 'school_id');
-- What happened, happened: the application adds to the log, and changes nothing in it. A stream or a school that goes takes
-- its log along, so they are not the application's to take away either; of a stream only its number moves.
revoke update, delete on stream_change from samenbeter_app;
revoke update, delete on stream from samenbeter_app;
grant update (seq) on stream to samenbeter_app;

-- Writes the facts of a change into the rows of their kinds: record kind `parkedTopic` lives in table `parked_topic`. `new_ones` are
-- the places (from 0) of the records that are new; where there is a row with that id already, it stays as it is and this fails.
create function write_facts(school uuid, stream_of uuid, stream_kind text, facts jsonb, new_ones integer[])
returns void language plpgsql as $$
declare
  fact jsonb;
  place integer := 0;
  kind text;
begin
  for fact in select jsonb_array_elements(facts) loop
    kind := coalesce(fact ->> 'put', fact ->> 'remove', fact ->> 'archive');
    kind := lower(regexp_replace(kind, '([A-Z])', '_\1', 'g'));
    if fact ? 'put' then
      execute format('select %I($1, $2, $3, $4)', 'put_' || kind)
        using school, stream_of, fact -> 'value', place = any (new_ones);
    elsif fact ? 'remove' then
      execute format('delete from %I where %I = $1 and id = $2', kind, stream_kind || '_id') using stream_of, (fact ->> 'id')::uuid;
    else
      execute format('update %I set archived = true where %I = $1 and id = $2', kind, stream_kind || '_id')
        using stream_of, (fact ->> 'id')::uuid;
    end if;
    place := place + 1;
  end loop;
end $$;

-- One change at the end of a stream's log, and only there: the stream moves from the number before it, or nothing happens. `logged` is what
-- the log keeps of the facts, where that is not all of them.
create function append_change(
  stream_of uuid, number bigint, command uuid, command_name text, member uuid, person uuid, moment timestamptz,
  facts jsonb, logged jsonb, new_ones integer[]
) returns void language plpgsql as $$
declare
  at_home record;
begin
  update stream set seq = number where id = stream_of and seq = number - 1 returning school_id, kind into at_home;
  if not found then
    raise exception 'stream % is not at % (any more)', stream_of, number - 1 using errcode = 'SB001';
  end if;
  insert into stream_change (school_id, stream_id, seq, command_id, name, by_member, by_person, at, changes)
  values (at_home.school_id, stream_of, number, command, command_name, member, person, moment, coalesce(logged, facts));
  perform write_facts(at_home.school_id, stream_of, at_home.kind, facts, new_ones);
end $$;

-- The same as a transaction of its own, in one call: for whom it works is said first, so that it costs one statement and one journey.
create function commit_change(
  scope text, school text, person_of text, at_now text,
  stream_of uuid, number bigint, command uuid, command_name text, member uuid, person uuid, moment timestamptz,
  facts jsonb, logged jsonb, new_ones integer[]
) returns void language plpgsql as $$
begin
  perform set_config('app.scope', scope, true), set_config('app.school', school, true),
    set_config('app.person', person_of, true), set_config('app.now', at_now, true);
  perform append_change(stream_of, number, command, command_name, member, person, moment, facts, logged, new_ones);
end $$;

-- Where a stream's log begins: what was there before its first line. At first, the records that it was opened with; later, all
-- that the lines which were compacted had come to.
create table stream_snapshot (
  school_id uuid references school on delete cascade,
  stream_id uuid primary key references stream on delete cascade,
  seq bigint not null,
  at timestamptz not null,
  -- Kind of record -> its records, each in the shape in which it was written; what is personal is not in it either.
  state jsonb not null
);
create index on stream_snapshot (school_id);
call protect_table('stream_snapshot',
  $$ school_id = (select app_school()) or (school_id is null and stream_id = (select app_person())) $$,
  $$ seq = 0 and (school_id = (select app_school()) or (school_id is null and stream_id = (select app_person()))) $$);
call note_class('stream_snapshot', 'log', 'school_id');
revoke update, delete on stream_snapshot from samenbeter_app;

-- E5: lines of before the last whole school year (it begins on 1 August) become the snapshot of their stream. The application may
-- call this, and cannot say which lines: not even by its clock, which is why the machine's is asked beside it.
create function compact_log() returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  scope text := current_setting('app.scope', true);
  here text := 'Europe/Amsterdam';
  kept_from timestamptz := (date_trunc('year', least(app_now(), now()) at time zone here - interval '7 months')
    + interval '7 months' - interval '1 year') at time zone here;
  compacted integer := 0;
  old record;
begin
  perform set_config('app.scope', 'keeping', true);
  perform pg_advisory_xact_lock(hashtext('compact_log'));
  for old in
    select stream_id as id, coalesce(min(seq) filter (where at >= kept_from) - 1, max(seq)) as upto from stream_change
    group by stream_id having min(at) < kept_from
  loop
    continue when not exists (select 1 from stream_change where stream_id = old.id and seq <= old.upto);
    insert into stream_snapshot (school_id, stream_id, seq, at, state)
    select school_id, stream_id, seq, at, (
      with fact as (
        select 0 as seq, 0 as place, kind, value ->> 'id' as id, value
        from stream_snapshot, jsonb_each(state) each (kind, records), jsonb_array_elements(records) value
        where stream_id = old.id
        union all
        select seq, place, coalesce(change ->> 'put', change ->> 'remove', change ->> 'archive'),
          coalesce(change -> 'value' ->> 'id', change ->> 'id'), change -> 'value'
        from stream_change, jsonb_array_elements(changes) with ordinality facts (change, place)
        where stream_id = old.id and seq <= old.upto),
      latest as (select distinct on (kind, id) kind, id, value from fact order by kind, id, seq desc, place desc),
      records as (select kind, jsonb_agg(value order by id) as all_of from latest where value is not null group by kind)
      select coalesce(jsonb_object_agg(kind, all_of), '{}') from records)
    from stream_change where stream_id = old.id and seq = old.upto
    on conflict (stream_id) do update set seq = excluded.seq, at = excluded.at, state = excluded.state;
    delete from stream_change where stream_id = old.id and seq <= old.upto;
    compacted := compacted + 1;
  end loop;
  perform set_config('app.scope', coalesce(scope, ''), true);
  return compacted;
end $$;
revoke execute on function compact_log from public;
grant execute on function compact_log to samenbeter_app;

-- Makes a table of records one of a kind of stream (packages/database/records.ts): whose each record is, whether it has left
-- the working set, its key, and who may see it. The column that names the stream is called after the kind: team_id,
-- room_id, person_id; the records of a school's stream have their school.
--
--   also_seen   who else may see a row, and why, as the table's own migration says
create procedure stream_table(name regclass, kind text, also_seen text default 'false') language plpgsql as $$
declare
  owner text := kind || '_id';
  whose text := case kind when 'person' then 'person_id' else 'school_id' end;
  mine text := format('%I = (select app_%s())', whose, case kind when 'person' then 'person' else 'school' end);
begin
  if kind <> 'person' then
    execute format('alter table %s add column school_id uuid not null references school on delete cascade', name);
    execute format('create index on %s (school_id)', name);
  end if;
  if kind <> 'school' then
    execute format('alter table %s add column %I uuid not null references stream on delete cascade', name, owner);
  end if;
  execute format('alter table %s add column archived boolean not null default false', name);
  execute format('alter table %s add primary key (%I, id)', name, owner);
  execute format('create index on %s (%I) where not archived', name, owner);
  call protect_table(name, format('%s or (%s)', mine, also_seen), mine);
  call note_class(name, kind, whose);
end $$;

-- A record that points to another one of the same stream.
create procedure stream_reference(name regclass, field text, to_name regclass) language plpgsql as $$
declare
  owner text := (select attname from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
                 where indrelid = to_name and indisprimary);
begin
  execute format('alter table %s add foreign key (%I, %I) references %s (%I, id)', name, owner, field, to_name, owner);
end $$;

-- Writes, for each table of records, the function that puts one into it (`put_parked_topic`): from the columns that the table has by now. Called
-- when the steps of a version are done (packages/database/migrate), so a step that adds a column has nothing to add here.
create procedure write_put_functions() language plpgsql as $$
declare
  of_records record;
begin
  for of_records in
    select table_of.relname as name, quote_ident(owner.attname) as owner, fields.names, fields.sources, fields.changes,
      exists (select from pg_attribute where attrelid = table_of.oid and attname = 'school_id' and owner.attname <> 'school_id') as names_school
    from pg_class table_of
    join pg_index key on key.indrelid = table_of.oid and key.indisprimary
    join pg_attribute owner on owner.attrelid = table_of.oid and owner.attnum = key.indkey[0]
    join pg_attribute archived on archived.attrelid = table_of.oid and archived.attname = 'archived'
    cross join lateral (
      select string_agg(quote_ident(attname), ', ' order by attnum) as names,
        string_agg(case format_type(atttypid, atttypmod)
          when 'jsonb' then format('nullif(record -> %L, %L)', field, 'null')
          else format('(record ->> %L)::%s', field, format_type(atttypid, atttypmod)) end, ', ' order by attnum) as sources,
        string_agg(format('%I = excluded.%1$I', attname), ', ' order by attnum) filter (where attname <> 'id') as changes
      from pg_attribute
      cross join lateral (
        select string_agg(case when nth = 1 then part else initcap(part) end, '' order by nth) as field
        from regexp_split_to_table(attname, '_') with ordinality parts (part, nth)) camel
      where attrelid = table_of.oid and attnum > 0 and not attisdropped
        and attname not in ('school_id', owner.attname, 'archived')
    ) fields
    where table_of.relkind = 'r' and table_of.relnamespace = 'public'::regnamespace
  loop
    execute format($make$
      create or replace function %1$I(school uuid, stream_of uuid, record jsonb, is_new boolean) returns void language plpgsql as $put$
      begin
        if is_new then
          insert into %2$I (%3$s, %4$s, archived) values (%5$s, %6$s, false);
        else
          insert into %2$I (%3$s, %4$s, archived) values (%5$s, %6$s, false)
          on conflict (%7$s, id) do update set %8$s archived = false;
        end if;
      end $put$
    $make$, 'put_' || of_records.name, of_records.name,
      case when of_records.names_school then 'school_id, ' else '' end || of_records.owner, of_records.names,
      case when of_records.names_school then 'school, ' else '' end || 'stream_of', of_records.sources,
      of_records.owner, coalesce(of_records.changes || ', ', ''));
  end loop;
end $$;
