-- People, and how they come in. Rules with a number (P…) are those of features/people/README.md.
--
-- Somebody who comes in has no school yet, only something they know: a token, a code, an address. The transaction
-- presents it as app.key, and sees the one row that it belongs to, never a table.

create function app_key() returns text language sql stable as
  $$ select nullif(current_setting('app.key', true), '') $$;

create table person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 80),
  email text not null unique check (email = lower(btrim(email)) and length(email) between 3 and 254),
  language text not null check (language in ('nl', 'en')),
  is_demonstration boolean not null default false,
  made_at timestamptz not null default app_now()
);

-- A school's stream has the school's id and a person's the person's, and is made when it is first read. The id of a team or a room
-- comes from whoever makes it: with one of those they would keep its own stream from ever being there.
create function refuse_borrowed_id() returns trigger language plpgsql as $$
begin
  if exists (select 1 from school where id = new.id) or exists (select 1 from person where id = new.id) then
    raise exception 'this id is somebody''s' using errcode = 'unique_violation', constraint = 'stream_pkey';
  end if;
  return new;
end $$;
create trigger borrowed_id before insert on stream for each row when (new.kind in ('team', 'room')) execute function refuse_borrowed_id();

-- Stream records (packages/database/records.ts): columns mirror features/people/domain/records.ts.
create table team (
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  kind text not null check (kind in ('teachers', 'lead', 'management', 'preparation', 'organisational')),
  accent text not null check (accent in ('teal', 'blue', 'violet', 'plum', 'ochre', 'moss'))
);
call stream_table('team', 'team');
alter table team add check (id = team_id);

create table member (
  id uuid not null,
  person_id uuid not null references person,
  name text not null check (length(name) between 1 and 80),
  initials text not null check (length(initials) between 1 and 3),
  work_days jsonb not null check (jsonb_typeof(work_days) = 'array'),
  away_until date,
  joined_on date not null,
  left_on date
);
-- Somebody's own places are found before their school is known.
call personal_fields('member', 'person_id', 'name', 'initials');
call stream_table('member', 'team', $$ (select app_scope()) = 'person' and person_id = (select app_person()) $$);
create index on member (person_id);
alter table member add unique (team_id, person_id);

create table role_grant (
  id uuid primary key,
  school_id uuid not null references school on delete cascade,
  person_id uuid not null references person,
  role text not null check (role in ('school-leader', 'school-coach', 'expert-coach', 'change-coach', 'governing-body', 'foundation', 'researcher')),
  team_id uuid references stream on delete cascade,
  given_by uuid references person,
  given_at timestamptz not null,
  -- P6: a school coach coaches a team; every other role is about the school.
  check ((role = 'school-coach') = (team_id is not null)),
  unique nulls not distinct (school_id, person_id, role, team_id)
);
create index on role_grant (person_id);
call protect_table('role_grant',
  $$ school_id = (select app_school()) or ((select app_scope()) = 'person' and person_id = (select app_person())) $$,
  $$ school_id = (select app_school()) $$);

-- Oneself; whoever has a place or a role in the school that is asked about; the one whose address is presented;
-- and, in a demonstration only, the people who are there to be tried.
call protect_table('person',
  $$ id = (select app_person())
     or ((select app_scope()) = 'school' and (
       exists (select 1 from member where member.person_id = person.id and member.school_id = (select app_school()))
       or exists (select 1 from role_grant where role_grant.person_id = person.id and role_grant.school_id = (select app_school()))))
     or ((select app_scope()) = 'sign-in' and (
       email = (select app_key())
       or (is_demonstration and (select kind from installation) = 'demonstration'))) $$,
  $$ (select app_scope()) = 'person' and id = (select app_person()) $$);
alter policy added on person with check ((select app_scope()) = 'sign-in' and email = (select app_key()));
revoke delete on person from samenbeter_app;
-- The address is the identity: it cannot be changed in passing.
revoke update on person from samenbeter_app;
grant update (name, language) on person to samenbeter_app;

create table display (
  id uuid primary key,
  school_id uuid not null references school on delete cascade,
  team_id uuid not null references stream on delete cascade,
  name text not null check (length(name) between 1 and 60),
  paired_by uuid references person,
  paired_at timestamptz not null,
  unpaired_at timestamptz
);
create index on display (team_id);
call protect_school_table('display');

-- P10: a browser in which somebody, or a wall screen, is signed in. Only the keyed hash of its token is kept.
create table web_session (
  id uuid primary key,
  token_hash text not null unique,
  person_id uuid references person,
  display_id uuid references display on delete cascade,
  school_id uuid references school on delete cascade,
  team_id uuid references stream on delete cascade,
  made_at timestamptz not null,
  last_seen_at timestamptz not null,
  user_agent text not null check (length(user_agent) <= 300),
  revoked_at timestamptz,
  check ((person_id is null) <> (display_id is null)),
  check ((display_id is null) = (school_id is null) and (display_id is null) = (team_id is null))
);
create index on web_session (person_id);
create index on web_session (display_id);
call protect_table('web_session',
  $$ ((select app_scope()) = 'sign-in' and token_hash = (select app_key()))
     or ((select app_scope()) = 'person' and person_id = (select app_person()))
     or ((select app_scope()) = 'school' and school_id = (select app_school()))
     or ((select app_scope()) = 'clock' and revoked_at < (select app_now())) $$,
  $$ ((select app_scope()) = 'sign-in' and token_hash = (select app_key()))
     or ((select app_scope()) = 'person' and person_id = (select app_person()))
     or ((select app_scope()) = 'school' and school_id = (select app_school())) $$);
alter policy added on web_session with check ((select app_scope()) = 'sign-in' and token_hash = (select app_key()));
alter policy removed on web_session using ((select app_scope()) = 'clock' and revoked_at < (select app_now()));
-- What a session is for is settled when it is made.
revoke update on web_session from samenbeter_app;
grant update (last_seen_at, revoked_at) on web_session to samenbeter_app;

-- P8: a code that was mailed, bound to the browser that asked. Nothing in here can be read back: address, browser
-- and code are keyed hashes. An unknown address gets a row too, so that trying it goes exactly the same.
create table sign_in_code (
  id uuid primary key,
  email_hash text not null,
  browser_hash text not null,
  code_hash text not null,
  tries smallint not null default 0,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  -- Somebody who comes in with a team's join code: where to, and under which name.
  joins_school uuid references school on delete cascade,
  joins_team uuid references stream on delete cascade,
  joins_name text check (length(joins_name) between 1 and 80),
  joins_language text check (joins_language in ('nl', 'en')),
  check ((joins_team is null) = (joins_name is null) and (joins_team is null) = (joins_school is null) and (joins_team is null) = (joins_language is null))
);
create index on sign_in_code (email_hash);
create index on sign_in_code (browser_hash);
call protect_table('sign_in_code',
  $$ ((select app_scope()) = 'sign-in' and (email_hash = (select app_key()) or browser_hash = (select app_key())))
     or ((select app_scope()) = 'clock' and expires_at < (select app_now())) $$,
  $$ (select app_scope()) = 'sign-in' and browser_hash = (select app_key()) $$);
alter policy removed on sign_in_code using ((select app_scope()) = 'clock' and expires_at < (select app_now()));
revoke update on sign_in_code from samenbeter_app;
grant update (tries, used_at) on sign_in_code to samenbeter_app;

-- P13: a wall screen that shows a code and waits. The wall knows its browser, the team knows the code.
create table pairing (
  id uuid primary key,
  browser_hash text not null,
  code_hash text not null unique,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  display_id uuid references display on delete cascade,
  school_id uuid references school on delete cascade,
  team_id uuid references stream on delete cascade,
  used_at timestamptz,
  check ((display_id is null) = (school_id is null) and (display_id is null) = (team_id is null))
);
create index on pairing (browser_hash);
call protect_table('pairing',
  $$ ((select app_scope()) = 'sign-in' and browser_hash = (select app_key()))
     or ((select app_scope()) = 'school' and code_hash = (select app_key()))
     or ((select app_scope()) = 'clock' and expires_at < (select app_now())) $$,
  $$ ((select app_scope()) = 'sign-in' and browser_hash = (select app_key()))
     or ((select app_scope()) = 'school' and code_hash = (select app_key())
         and (school_id is null or school_id = (select app_school()))) $$);
alter policy added on pairing with check ((select app_scope()) = 'sign-in' and browser_hash = (select app_key()) and display_id is null);
alter policy removed on pairing using ((select app_scope()) = 'clock' and expires_at < (select app_now()));
revoke update on pairing from samenbeter_app;
grant update (display_id, school_id, team_id, used_at) on pairing to samenbeter_app;

-- P11: an invitation to a team (role null), or to a role in the school.
create table invitation (
  id uuid primary key,
  school_id uuid not null references school on delete cascade,
  team_id uuid references stream on delete cascade,
  role text check (role in ('school-leader', 'school-coach', 'expert-coach', 'change-coach', 'governing-body')),
  email text not null check (email = lower(btrim(email)) and length(email) between 3 and 254),
  name text check (length(name) between 1 and 80),
  token_hash text not null unique,
  invited_by uuid not null references person,
  invited_by_name text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  check (team_id is not null or role is not null),
  check (role is null or (role = 'school-coach') = (team_id is not null))
);
create index on invitation (team_id);
create unique index on invitation (school_id, email, team_id, role) nulls not distinct where accepted_at is null and withdrawn_at is null;
call protect_table('invitation',
  $$ school_id = (select app_school()) or ((select app_scope()) = 'sign-in' and token_hash = (select app_key())) $$,
  $$ school_id = (select app_school()) $$);
revoke delete on invitation from samenbeter_app;

-- P12: the code with which colleagues join by themselves; renewed, the old one is void.
create table join_code (
  team_id uuid primary key references stream on delete cascade,
  school_id uuid not null references school on delete cascade,
  code text not null unique check (code ~ '^[A-Z2-9]{8}$'),
  renewed_at timestamptz not null
);
call protect_table('join_code',
  $$ school_id = (select app_school()) or ((select app_scope()) = 'sign-in' and code = (select app_key())) $$,
  $$ school_id = (select app_school()) $$);

-- Mail waits here until it is sent (packages/mail). Everybody who works may put something in; only the sender reads.
create table outgoing_mail (
  id uuid primary key,
  to_address text not null check (length(to_address) between 3 and 254),
  language text not null check (language in ('nl', 'en')),
  subject text not null check (length(subject) between 1 and 200),
  -- Taken away once it was sent: a mail may hold what only its receiver should read.
  body_text text,
  body_html text,
  made_at timestamptz not null default app_now(),
  -- A mail that is of no use any more is not sent late.
  expires_at timestamptz,
  tries smallint not null default 0,
  next_try_at timestamptz not null default app_now(),
  sent_at timestamptz,
  given_up_at timestamptz,
  last_fault text
);
create index on outgoing_mail (next_try_at) where sent_at is null and given_up_at is null;
call protect_table('outgoing_mail', $$ (select app_scope()) = 'clock' $$, $$ (select app_scope()) = 'clock' $$);
alter policy added on outgoing_mail with check ((select app_scope()) is not null);
