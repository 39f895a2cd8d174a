-- Who may see a row is decided here, not in the application.
-- A transaction says for whom it works (see ../connection.ts); without that, every tenant table is empty.
--   app.scope   'school' | 'person' | 'sign-in' | 'clock'
--   app.school  the school whose rows may be seen
--   app.person  the person who acts
--   app.now     the moment on the server's clock

create function app_scope() returns text language sql stable as
  $$ select nullif(current_setting('app.scope', true), '') $$;
create function app_school() returns uuid language sql stable as
  $$ select nullif(current_setting('app.school', true), '')::uuid $$;
create function app_person() returns uuid language sql stable as
  $$ select nullif(current_setting('app.person', true), '')::uuid $$;

-- The one clock. The server writes moments from its own clock, and rules that compare with them must read the same one:
-- it travels with the transaction's context. Nothing in this database asks now() but this function, for whoever comes
-- without a context (migrations, an administrator at the prompt); a test holds that.
create function app_now() returns timestamptz language sql stable as
  $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;

-- Every table goes through one of these two; a test walks the catalogue and fails on one that did not.
create procedure protect_table(name regclass, seen_by text, changed_by text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy seen on %s for select using (%s)', name, seen_by);
  execute format('create policy added on %s for insert with check (%s)', name, changed_by);
  execute format('create policy changed on %s for update using (%s) with check (%s)', name, changed_by, changed_by);
  execute format('create policy removed on %s for delete using (%s)', name, changed_by);
  execute format('grant select, insert, update, delete on %s to samenbeter_app', name);
end $$;

create procedure protect_school_table(name regclass) language sql as
  $$ call protect_table(name, 'school_id = (select app_school())', 'school_id = (select app_school())') $$;

-- What this installation is, chosen once at its first start: real people's data never opens in demonstration mode.
create table installation (
  is_only_row boolean primary key default true check (is_only_row),
  kind text not null check (kind in ('demonstration', 'production')),
  made_at timestamptz not null default app_now(),
  -- When the demonstration school was complete; null: it never was, and is made anew.
  filled_at timestamptz
);
call protect_table('installation', 'true', 'false');

create table school (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  sector text not null check (sector in ('po', 'vo', 'mbo', 'ho')),
  zone text not null default 'Europe/Amsterdam',
  made_at timestamptz not null default app_now()
);
call protect_table('school', 'id = (select app_school())', 'id = (select app_school())');

-- The stream of a team: its last number, and the log of every change under its number.
create table team_stream (
  school_id uuid not null references school on delete cascade,
  team_id uuid primary key,
  seq bigint not null default 0
);
call protect_school_table('team_stream');

create table team_change (
  school_id uuid not null references school on delete cascade,
  team_id uuid not null references team_stream on delete cascade,
  seq bigint not null,
  command_id uuid not null,
  name text not null,
  by_member uuid,
  by_person uuid,
  at timestamptz not null,
  changes jsonb not null,
  primary key (team_id, seq),
  unique (team_id, command_id)
);
call protect_school_table('team_change');
