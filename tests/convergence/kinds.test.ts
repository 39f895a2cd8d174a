import postgres from 'postgres';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod/mini';
import { Database } from '#packages/database';
import { Unreachable } from '#packages/http/client';
import { field, isRefusal, newId, refuse } from '#packages/kernel';
import {
  type AnyRecord,
  assemble,
  changesOf,
  commandOver,
  type Definitions,
  type Place,
  part,
  plainOf,
  type RecordsOf,
  refOf,
  refText,
  type StateOf,
  type StreamEvents,
  type StreamKind,
  type StreamRef,
} from '#packages/sync';
import { type Cursors, Device, type News, type Transport } from '#packages/sync/client';
import { type Caller, type Effect, type Guard, Hub, StreamDesk, Streams } from '#packages/sync/server';
import { type TestDatabase, testDatabase } from '#packages/testing/database';
import { MemoryStore } from './memory-store.ts';
import { seeded } from './random-command.ts';

/** Streams of several kinds, on a real database, with tables of the test's own: notes wherever people are together. */

const noteOf = <Kind extends string>(kind: Kind) => {
  const records = {
    [`${kind}Note`]: z.object({ id: field.id, text: field.line(40), stars: field.wholeNumber(0, 5) }),
  } as Readonly<Record<`${Kind}Note`, ReturnType<typeof noteSchema>>>;
  type Records = RecordsOf<typeof records>;
  const name = `${kind}Note` as const;
  const command = commandOver<StateOf<Records>>();
  const { put } = changesOf<Record<string, AnyRecord>>();
  return part({
    of: kind,
    needs: [],
    records,
    commands: {
      [`${kind}.write`]: command({
        capability: 'write',
        payload: noteSchema(),
        was: [`${kind}.jot`],
        upgrade: (old) => ({ stars: 0, ...(old as object) }),
        run: (state, note) => (state[name].has(note.id) ? [] : [put(name, note as unknown as AnyRecord)]),
      }),
      [`${kind}.rewrite`]: command({
        capability: 'write',
        payload: z.object({ id: field.id, text: field.line(40) }),
        run: (state, { id, text }) => {
          const note = state[name].get(id) as AnyRecord | undefined;
          return note ? [put(name, { ...note, text })] : refuse('gone');
        },
      }),
    },
    leaves: { [name]: ({ text }: { text: string }) => text.startsWith('old') } as never,
    upgrades: { [name]: (old: AnyRecord) => ({ stars: 0, ...old }) } as never,
  });
};
const noteSchema = () => z.object({ id: field.id, text: field.line(40), stars: field.wholeNumber(0, 5) });

const kinds: readonly StreamKind[] = ['team', 'school', 'room', 'person'].map((kind) => ({
  kind,
  version: 1,
  read: 'read',
  inside: 'read',
  presence: kind === 'team',
  opensItself: kind === 'school' || kind === 'person',
}));
const definitions = assemble(
  kinds,
  kinds.map(({ kind }) => noteOf(kind)),
);

type World = {
  readonly own: TestDatabase;
  readonly owner: postgres.Sql;
  readonly school: string;
  readonly places: Readonly<Record<string, Place>>;
  readonly server: (parts?: { effects?: Effect[]; guards?: Guard[]; definitions?: Definitions }) => {
    streams: Streams;
    hub: Hub;
    desk: StreamDesk;
  };
};

async function given(): Promise<World> {
  const own = await testDatabase();
  const database = new Database(own.appUrl, { connections: 6 });
  const owner = postgres(own.ownerUrl, { max: 1, onnotice: () => {} });
  onTestFinished(async () => {
    await Promise.all([database.close(), owner.end()]);
    await own.drop();
  });
  for (const { kind } of kinds)
    await owner.unsafe(`
      create table ${kind}_note (id uuid not null, text text not null check (length(text) <= 40), stars integer not null default 0);
      call stream_table('${kind}_note', '${kind}');
      call write_put_functions()`);
  const [school, team, person] = [newId(), newId(), newId()];
  const server: World['server'] = (parts = {}) => {
    const hub = new Hub();
    const streams = new Streams({ database, definitions, hub, ...parts });
    return { streams, hub, desk: new StreamDesk({ streams, hub }) };
  };
  const places = {
    team: { ref: { kind: 'team', id: team }, school },
    school: { ref: { kind: 'school', id: school }, school },
    person: { ref: { kind: 'person', id: person }, school: null },
  };
  await owner`insert into person (id, name, email, language) values (${person}, 'Sam', ${`${person}@school.example`}, 'nl')`;
  await database.within({ scope: 'school', school, person: null }, async (sql) => {
    await sql`insert into school (id, name, sector) values (${school}, 'De Linde', 'po')`;
    await server().streams.openStream(sql, places.team, []);
  });
  return { own, owner, school, places, server };
}

const write = (kind: string, text: string, id = newId(), more: object = { stars: 1 }) => ({
  id: newId(),
  name: `${kind}.write`,
  payload: { id, text, ...more },
});
const order = (place: Place, message: ReturnType<typeof write>) => ({
  ...place,
  person: null,
  member: null,
  message,
});
const textsOf = async (streams: Streams, place: Place) =>
  ((await streams.snapshot(place))?.state[`${place.ref.kind}Note`]?.all() ?? []).map(({ text }) => text);

describe('several kinds of stream', () => {
  test('S5 each keeps its own records, in rows that say whose they are; a fresh server reads the same', async () => {
    const { places, server, owner, school } = await given();
    const { streams } = server();
    for (const [kind, place] of Object.entries(places))
      expect(await streams.run(order(place, write(kind, `van ${kind}`)))).toHaveProperty('seq', 1);
    for (const [kind, place] of Object.entries(places))
      expect(await textsOf(server().streams, place)).toEqual([`van ${kind}`]);
    expect(await owner`select school_id, team_id from team_note`).toEqual([
      { school_id: school, team_id: places.team?.ref.id },
    ]);
    expect(await owner`select person_id from person_note`).toEqual([{ person_id: places.person?.ref.id }]);
  });

  test('S9 a kind that there is not, an id of another kind, a stream of another school: not there', async () => {
    const { places, server } = await given();
    const { streams } = server();
    const team = places.team as Place;
    for (const place of [
      { ref: { kind: 'garden', id: team.ref.id }, school: team.school },
      { ref: { kind: 'room', id: team.ref.id }, school: team.school },
      { ref: team.ref, school: newId() },
    ]) {
      expect(await streams.snapshot(place)).toBeNull();
      expect(await streams.run(order(place, write('team', 'x')))).toMatchObject({ refused: 'not-found' });
    }
  });

  test('S13 what has had its time leaves every server and device through the log, and is read from the archive', async () => {
    const { places, server, owner } = await given();
    const { streams } = server();
    const place = places.team as Place;
    const [old, fresh] = [newId(), newId()];
    await streams.run(order(place, write('team', 'old news', old)));
    await streams.run(order(place, write('team', 'fresh', fresh)));
    expect(await textsOf(streams, place)).toEqual(['old news', 'fresh']);

    // Another day, and a server that has just started.
    const later = server();
    expect(await textsOf(later.streams, place)).toEqual(['fresh']);
    expect(await later.streams.entriesAfter(place, 2)).toMatchObject([
      { seq: 3, name: 'archive', by: null, changes: [{ archive: 'teamNote', id: old }] },
    ]);
    expect(await later.streams.archived(place, 'teamNote', { before: null, most: 10 })).toMatchObject([
      { id: old, text: 'old news' },
    ]);
    expect(await later.streams.archived(place, 'teamNote', { before: old, most: 10 })).toEqual([]);
    expect(await later.streams.byId(place, 'teamNote', [old, fresh])).toHaveLength(2);
    // The first server hears of it as of anything else.
    await streams.heard(place.ref, 3);
    expect(await textsOf(streams, place)).toEqual(['fresh']);
    expect(await owner`select id from team_note where archived`).toEqual([{ id: old }]);
    // No rule finds it any more, and put anew it is back.
    expect(
      await streams.run(
        order(place, {
          ...write('team', 'x'),
          name: 'team.rewrite',
          payload: { id: old, text: 'y' } as never,
        }),
      ),
    ).toMatchObject({ refused: 'gone' });
  });
});

describe('S12 what an earlier version wrote', () => {
  test('rows, log and a waiting command of before load, count, and are of this version', async () => {
    const { places, server, owner } = await given();
    const place = places.team as Place;
    const [row, logged] = [newId(), newId()];
    // Before there were stars.
    await owner`insert into team_note (school_id, team_id, id, text) values (${place.school}, ${place.ref.id}, ${row}, 'uit de rij')`;
    await owner`update stream set seq = 1 where id = ${place.ref.id}`;
    await owner`
      insert into stream_change (school_id, stream_id, seq, command_id, name, at, changes)
      values (${place.school}, ${place.ref.id}, 1, gen_random_uuid(), 'team.jot', now(), ${owner.json([
        { put: 'teamNote', value: { id: logged, text: 'uit het log' } },
      ])})`;
    const { streams } = server();
    expect((await streams.snapshot(place))?.state.teamNote?.get(row)).toEqual({
      id: row,
      text: 'uit de rij',
      stars: 0,
    });
    expect(await streams.entriesAfter(place, 0)).toMatchObject([
      { changes: [{ value: { id: logged, text: 'uit het log', stars: 0 } }] },
    ]);
    const waiting = { ...write('team', 'uit de wachtrij', newId(), {}), name: 'team.jot' };
    expect(await streams.run(order(place, waiting))).toEqual({ id: waiting.id, seq: 2 });
    expect(await streams.run(order(place, waiting))).toEqual({ id: waiting.id, seq: 2 });
    expect(await textsOf(streams, place)).toContain('uit de wachtrij');
    // What no version ever had is refused in words.
    expect(
      await streams.run(order(place, { ...write('team', 'x'), payload: { id: 7 } as never })),
    ).toMatchObject({ refused: 'invalid' });
  });
});

describe('across streams', () => {
  /** Whatever is written with five stars in the team is told to the school. */
  const tellSchool =
    (school: StreamRef): Effect =>
    ({ place, entry }) => {
      const best = entry.changes.flatMap((change) =>
        'put' in change && change.put === 'teamNote' && change.value.stars === 5 ? [change.value] : [],
      );
      if (place.ref.kind !== 'team' || best.length === 0) return null;
      return {
        orders: best.map((note) => ({
          stream: school,
          call: { name: 'school.write', payload: { id: newId(), text: `${note.text}`, stars: 1 } },
        })),
      };
    };

  test('S15 an order is written in the same transaction, and told after it', async () => {
    const { places, server } = await given();
    const { team, school } = places as Record<'team' | 'school', Place>;
    const { streams, hub } = server({ effects: [tellSchool(school.ref)] });
    const heard: string[] = [];
    await streams.snapshot(school);
    hub.enter(
      refText(school.ref),
      { sessionId: 's', personId: null, close: () => {}, send: (frame) => void heard.push(String(frame)) },
      { memberId: null, isInside: true },
    );
    const result = await streams.run(order(team, write('team', 'vijf sterren', newId(), { stars: 5 })));
    expect(result).toMatchObject({ seq: 1 });
    expect(await textsOf(server().streams, school)).toEqual(['vijf sterren']);
    expect(heard.join()).toContain('vijf sterren');
  });

  test('S15 one that is refused refuses the whole: nothing is written anywhere', async () => {
    const { places, server } = await given();
    const { team, school } = places as Record<'team' | 'school', Place>;
    const refusing: Effect = ({ place }) =>
      place.ref.kind === 'team'
        ? {
            orders: [
              { stream: school.ref, call: { name: 'school.rewrite', payload: { id: newId(), text: 'x' } } },
            ],
          }
        : null;
    const { streams } = server({ effects: [refusing] });
    expect(await streams.run(order(team, write('team', 'half')))).toMatchObject({ refused: 'gone' });
    expect(await textsOf(server().streams, team)).toEqual([]);
  });

  test('S15 many at once, from two servers and in both directions, wait for each other and never in a circle', async () => {
    const { places, server } = await given();
    const { team, school } = places as Record<'team' | 'school', Place>;
    const back: Effect = ({ place, entry }) => {
      const asks = entry.changes.some((change) => 'put' in change && change.value.stars === 4);
      if (place.ref.kind !== 'school' || !asks) return null;
      return {
        orders: [
          {
            stream: team.ref,
            call: { name: 'team.write', payload: { id: newId(), text: 'terug', stars: 1 } },
          },
        ],
      };
    };
    const servers = [0, 1].map(() => server({ effects: [tellSchool(school.ref), back] }));
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const { streams } = servers[index % 2] as { streams: Streams };
        return index % 4 < 2
          ? streams.run(order(team, write('team', `heen ${index}`, newId(), { stars: 5 })))
          : streams.run(order(school, write('school', `om ${index}`, newId(), { stars: 4 })));
      }),
    );
    expect(results.filter((result) => 'refused' in result)).toEqual([]);
    const afresh = server().streams;
    expect(await textsOf(afresh, team)).toHaveLength(40);
    expect(await textsOf(afresh, school)).toHaveLength(40);
  });

  test('S14 a guard is asked inside the transaction, and its no takes everything back', async () => {
    const { places, server } = await given();
    const team = places.team as Place;
    const guard: Guard = ({ entry }) =>
      entry.name === 'team.write'
        ? async (sql) => {
            const rows = await sql`select 1 from team_note where team_id = ${team.ref.id}`;
            return rows.length > 2 ? refuse('full') : null;
          }
        : null;
    const { streams } = server({ guards: [guard] });
    const became = [];
    for (const text of ['een', 'twee', 'drie'])
      became.push(await streams.run(order(team, write('team', text))));
    expect(became.map((result) => ('refused' in result ? result.refused : 'done'))).toEqual([
      'done',
      'done',
      'full',
    ]);
    expect(await textsOf(server().streams, team)).toEqual(['een', 'twee']);
    expect((await streams.snapshot(team))?.seq).toBe(2);
  });
});

/** Straight to a desk, over a line that loses requests and answers and drops what is followed. */
class Line implements Transport {
  readonly #desks: readonly StreamDesk[];
  readonly #caller: Caller;
  readonly #random: () => number;
  isBad = true;

  constructor(desks: readonly StreamDesk[], caller: Caller, random: () => number) {
    this.#desks = desks;
    this.#caller = caller;
    this.#random = random;
  }

  get #desk(): StreamDesk {
    return this.#desks[Math.floor(this.#random() * this.#desks.length)] as StreamDesk;
  }

  #breaks(chance: number): void {
    if (this.isBad && this.#random() < chance) throw new Unreachable('the line');
  }

  readonly snapshots = async (refs: readonly StreamRef[]) => {
    this.#breaks(0.2);
    const streams = await this.#desk.snapshots(refs, this.#caller);
    return { now: new Date().toISOString(), streams: JSON.parse(JSON.stringify(streams)) };
  };

  readonly send: Transport['send'] = async (commands) => {
    this.#breaks(0.2);
    const results = await this.#desk.run(
      commands.map((each) => ({ ...each, stream: refOf(each.stream) })),
      this.#caller,
    );
    if (isRefusal(results)) throw new Unreachable('signed out');
    this.#breaks(0.2);
    return { now: new Date().toISOString(), results };
  };

  readonly follow = (cursors: () => Cursors, news: News) => {
    let round = 0;
    let leave = () => {};
    const open = async (own: number): Promise<void> => {
      leave();
      if (own !== round || cursors().size === 0) return;
      const from = [...cursors()].map(([room, seq]) => ({ ref: refOf(room), seq }));
      leave = await this.#desk.follow(from, this.#caller, {
        close: () => {},
        send: (frame) => {
          if (own !== round) return;
          if (this.isBad && this.#random() < 0.1) return again();
          const [, event, data] = /^event: (\w+)\ndata: (.*)\n/.exec(String(frame)) ?? [];
          news.event(event as keyof StreamEvents, JSON.parse(data ?? '{}') as never);
        },
      });
    };
    const again = () => {
      round += 1;
      const own = round;
      setTimeout(() => void open(own), 5 + this.#random() * 20);
    };
    again();
    return {
      again,
      close: () => {
        round += 1;
        leave();
      },
    };
  };
}

test('S3 S4 S5 people with three kinds of stream open, at a bad line and on two servers: all end equal, nothing acknowledged is missing', {
  timeout: 60_000,
}, async () => {
  const { places, server } = await given();
  const random = seeded(7);
  // Two servers that tell each other what they wrote, as joinOtherServers does.
  const servers = [server(), server()];
  const room = places.team as Place;
  const all = Object.entries(places);
  const people = Array.from({ length: 3 }, (_, index) => {
    const caller: Caller = {
      sessionId: `session ${index}`,
      personId: newId(),
      seats: async (ref) => {
        const place = Object.values(places).find((each) => refText(each.ref) === refText(ref));
        return place ? { ...place, person: null, member: null, isInside: true, may: () => true } : null;
      },
      seatsNow: async () => caller.seats,
    };
    const line = new Line(
      servers.map(({ desk }) => desk),
      caller,
      random,
    );
    const device = new Device({
      definitions,
      transport: line,
      store: new MemoryStore(),
      personId: caller.personId,
    });
    const acknowledged: string[] = [];
    device.talk = {
      event: () => {},
      kept: () => {},
      standing: () => {},
      wants: () => {},
      settled: (results) => void acknowledged.push(...results.map(({ id }) => id)),
    };
    const clients = all.map(([kind, place]) => ({ kind, client: device.open(place.ref, null).client }));
    device.connect();
    return { line, device, clients, acknowledged };
  });
  const hear = async () => {
    for (const { streams } of servers)
      for (const place of Object.values(places)) {
        const other = servers.find((each) => each.streams !== streams);
        const seq = (await other?.streams.snapshot(place))?.seq ?? 0;
        await streams.heard(place.ref, seq);
      }
  };
  onTestFinished(() => {
    for (const { device } of people) device.disconnect();
  });

  let sent = 0;
  for (let turn = 0; turn < 40; turn += 1) {
    for (const { clients, device } of people) {
      const { kind, client } = clients[Math.floor(random() * clients.length)] as (typeof clients)[number];
      if (client.view().state === null) device.refreshAll();
      const outcome = await client.send(`${kind}.write`, { id: newId(), text: `nr ${sent}`, stars: 1 });
      if ('id' in outcome) sent += 1;
    }
    await hear();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  for (const { line } of people) line.isBad = false;
  await expect
    .poll(
      async () => {
        await hear();
        for (const { device } of people) {
          device.refreshAll();
          await device.flush();
        }
        return people.every(({ clients }) =>
          clients.every(({ client }) => client.view().unsent.length === 0),
        );
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  await hear();

  const afresh = server().streams;
  let written = 0;
  for (const [index, [, place]] of all.entries()) {
    const standing = await afresh.snapshot(place);
    written += standing?.seq ?? 0;
    for (const { clients } of people)
      await expect
        .poll(() => {
          const { state } = clients[index]?.client.view() ?? { state: null };
          return state && plainOf(state);
        })
        .toEqual(standing && plainOf(standing.state));
  }
  expect(sent).toBeGreaterThan(60);
  expect(written).toBe(sent);
  expect(new Set(people.flatMap(({ acknowledged }) => acknowledged)).size).toBe(sent);
  expect(refText(room.ref)).toMatch(/^team:/);
});
