-- People, and how they come in. Rules with a number (P…) are those of features/people/README.md.

create table person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 80),
  -- Where to write to them; null for whoever gave no address. Who they are, their identities say.
  email text check (email = lower(btrim(email)) and length(email) between 3 and 254),
  language text not null check (language in ('nl', 'en')),
  is_demonstration boolean not null default false,
  made_at timestamptz not null default app_now()
);

-- P21: by what somebody is known when they come in: an address that answers a mailed code, the subject of another site that
-- vouches for them (OpenID Connect: never without its issuer), a passkey. One person may have several.
create table identity (
  id uuid primary key,
  -- Written before the person whom it makes; both are there at the end of the transaction, or neither.
  person_id uuid not null references person on delete cascade deferrable initially deferred,
  kind text not null check (kind in ('email', 'oidc', 'passkey')),
  issuer text check (issuer ~ '^https://[^ ]+$' and length(issuer) <= 300),
  subject text not null check (length(subject) between 1 and 1024),
  made_at timestamptz not null,
  -- What is presented at the door, as features/people/domain/identity.ts writes it. No issuer holds a space.
  key text generated always as (kind || ' ' || coalesce(issuer || ' ', '') || subject) stored unique,
  check ((kind = 'oidc') = (issuer is not null)),
  check (kind <> 'email' or (subject = lower(btrim(subject)) and length(subject) between 3 and 254))
);
create index on identity (person_id);
call account_table('identity', 'person_id', $$ (select app_scope()) = 'sign-in' and key = (select app_key()) $$);
-- An identity is proven when it is made; a proof of another is another row.
revoke update on identity from samenbeter_app;
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
  kind text not null check (kind in ('teachers', 'lead', 'management', 'preparation')),
  accent text not null check (accent in ('teal', 'blue', 'violet', 'plum', 'ochre', 'moss')),
  theme text check (length(theme) between 1 and 80),
  ends_on date,
  organisational_board_id uuid,
  -- P19: a team has one second board.
  improvement_board_id uuid unique,
  check ((theme is null) = (ends_on is null) and (kind = 'preparation' or theme is null)),
  check (organisational_board_id is null or improvement_board_id is null)
);
call stream_table('team', 'team');
alter table team add check (id = team_id);

create table member (
  id uuid not null,
  person_id uuid not null references person,
  place text not null check (place in ('member', 'coach', 'guest')),
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

-- P6: a role over a school, a team, a governing body, a region or the whole programme. Whatever lies under it knows its
-- ancestors, so one row is enough for the sixty schools of a body.
create table scope_grant (
  id uuid primary key,
  person_id uuid not null references person,
  role text not null,
  over_kind text not null,
  over_id uuid not null,
  -- The school, for a role in one: over the school itself, or over a team of it.
  school_id uuid references school on delete cascade,
  given_by uuid references person,
  given_at timestamptz not null,
  -- A role over nothing is none: what it is over is there.
  team_id uuid generated always as (case when over_kind = 'team' then over_id end) stored references stream on delete cascade,
  governing_body_id uuid generated always as (case when over_kind = 'body' then over_id end) stored references governing_body,
  region_id uuid generated always as (case when over_kind = 'region' then over_id end) stored references region,
  programme_id uuid generated always as (case when over_kind = 'programme' then over_id end) stored references programme,
  check ((over_kind in ('team', 'school')) = (school_id is not null)),
  check (over_kind <> 'school' or over_id = school_id),
  -- As in features/people/domain/roles.ts.
  check ((role, over_kind) in (
    ('school-coach', 'team'),
    ('school-leader', 'school'), ('lead-team-member', 'school'), ('care-coordinator', 'school'), ('expert-teacher', 'school'),
    ('expert-coach', 'school'), ('change-coach', 'body'), ('governing-body', 'body'),
    ('foundation', 'region'), ('foundation', 'programme'), ('expert-teacher', 'programme'), ('researcher', 'programme'))),
  unique (person_id, role, over_kind, over_id)
);
create index on scope_grant (school_id);
create index on scope_grant (team_id);
call school_table('scope_grant', 'school_id',
  $$ ((select app_scope()) in ('person', 'programme') and person_id = (select app_person()))
     or ((select app_scope()) = 'installation' and school_id is null) $$);
-- Over more than a school a role is given, and taken away, by whoever runs the installation.
alter policy added on scope_grant
  with check (school_id = (select app_school()) or ((select app_scope()) = 'installation' and school_id is null));
alter policy removed on scope_grant
  using (school_id = (select app_school()) or ((select app_scope()) = 'installation' and school_id is null));

-- Over what of a kind somebody has a role; where somebody has a place or a role in a school.
create function app_over(kind text) returns setof uuid language sql stable as
  $$ select over_id from scope_grant where person_id = app_person() and over_kind = kind $$;
create function app_own_schools() returns setof uuid language sql stable as
  $$ select school_id from member where person_id = app_person() and left_on is null and place = 'member'
     union select school_id from scope_grant where person_id = app_person() and school_id is not null $$;

-- Somebody finds their schools without naming them one by one: those that they have a place or a role in, and those that
-- lie under a governing body, a region or a programme over which they have one. What they may do there, the application asks
-- `can`. Teams are found in the schools that somebody works in or for; the programme has no business in them.
create policy in_sight on school for select using (
  (select app_scope()) in ('person', 'programme') and (
    id in (select app_own_schools())
    or governing_body_id in (select app_over('body'))
    or region_id in (select app_over('region'))
    or region_id in (select id from region where programme_id in (select app_over('programme')))));
create policy in_sight on team for select using (
  (select app_scope()) = 'person' and (
    school_id in (select app_own_schools())
    or school_id in (select id from school where governing_body_id in (select app_over('body')))));

-- programme: about schools, for whoever has a role over what they lie under.
create procedure programme_table(name regclass) language plpgsql as $$
declare theirs text := $rule$ (select app_scope()) = 'programme' and school_id in (
  select id from school where governing_body_id in (select app_over('body')) or region_id in (select app_over('region'))
    or region_id in (select id from region where programme_id in (select app_over('programme')))) $rule$;
begin
  call protect_table(name, theirs, theirs);
  call note_class(name, 'programme', 'school_id');
end $$;

-- Oneself; whoever has a place or a role in the school that is asked about; the one whose identity is presented;
-- and, in a demonstration only, the people who are there to be tried.
call account_table('person', 'id',
  $$ id = (select app_person())
     or ((select app_scope()) = 'school' and (
       exists (select 1 from member where member.person_id = person.id and member.school_id = (select app_school()))
       or exists (select 1 from scope_grant where scope_grant.person_id = person.id and scope_grant.school_id = (select app_school()))))
     or ((select app_scope()) = 'sign-in' and (
       id in (select person_id from identity where key = (select app_key()))
       or (is_demonstration and (select kind from installation) = 'demonstration'))) $$);
revoke delete on person from samenbeter_app;
-- An address to write to is proven first: it cannot be changed in passing.
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
call school_table('display');

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
call account_table('web_session', 'person_id',
  $$ ((select app_scope()) = 'sign-in' and token_hash = (select app_key()))
     or ((select app_scope()) = 'school' and school_id = (select app_school()))
     or ((select app_scope()) = 'clock' and revoked_at < (select app_now())) $$,
  $$ ((select app_scope()) = 'sign-in' and token_hash = (select app_key()))
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
call door_table('sign_in_code', 'browser_hash', 'email_hash');
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
call door_table('pairing', 'browser_hash');
alter policy added on pairing with check ((select app_scope()) = 'sign-in' and browser_hash = (select app_key()) and display_id is null);
-- The team that was told the code.
create policy known on pairing for select using ((select app_scope()) = 'school' and code_hash = (select app_key()));
create policy taken on pairing for update
  using ((select app_scope()) = 'school' and code_hash = (select app_key()) and (school_id is null or school_id = (select app_school())))
  with check (school_id = (select app_school()));
revoke update on pairing from samenbeter_app;
grant update (display_id, school_id, team_id, used_at) on pairing to samenbeter_app;

-- P11: an invitation to a team (role null), or to a role in the school.
create table invitation (
  id uuid primary key,
  school_id uuid not null references school on delete cascade,
  team_id uuid references stream on delete cascade,
  role text check (role in ('school-leader', 'school-coach', 'lead-team-member', 'care-coordinator', 'expert-teacher', 'expert-coach')),
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
call school_table('invitation', 'school_id', $$ (select app_scope()) = 'sign-in' and token_hash = (select app_key()) $$);
revoke delete on invitation from samenbeter_app;

-- P12: the code with which colleagues join by themselves; renewed, the old one is void.
create table join_code (
  team_id uuid primary key references stream on delete cascade,
  school_id uuid not null references school on delete cascade,
  code text not null unique check (code ~ '^[A-Z2-9]{8}$'),
  renewed_at timestamptz not null
);
call school_table('join_code', 'school_id', $$ (select app_scope()) = 'sign-in' and code = (select app_key()) $$);

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
call outbox_table('outgoing_mail');
