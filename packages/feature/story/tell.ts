import { newId } from '#packages/kernel';
import type { AnyState, Place } from '#packages/sync';
import type { Streams } from '#packages/sync/server';
import type { StoryClock } from './clock.ts';
import type { Cast, Scene, Story, Telling } from './scene.ts';

/** A board of the school, and what its people are there. */
export type Stage = {
  readonly place: Place;
  /** Key -> as whom they act in this stream: by their place at it, or, where there are no places, as themselves. */
  readonly people: Readonly<
    Record<string, { readonly member: string | null; readonly person: string | null }>
  >;
  /** Of the team, in its order. */
  readonly team: readonly string[];
};

/** A school in which the stories of all features happen. */
export type SchoolOfStory = {
  readonly language: 'nl' | 'en';
  /** By the keys that the stories use. */
  readonly stages: Readonly<Record<string, Stage>>;
};

/** Seconds between one command and the next. */
const A_MOMENT = 7;

/**
 * Tells what all features say of one school, in the order of its moments, through the same commands that its people would use.
 * Throws where a command is refused, and where a scene waits for a session that nobody holds.
 */
export async function tell(
  { streams, clock }: { readonly streams: Streams; readonly clock: StoryClock },
  { language, stages }: SchoolOfStory,
  stories: readonly Story[],
): Promise<void> {
  const names = new Map<string, string>();
  const waiting = new Set(stories.flat().filter((scene) => 'step' in scene));

  const play = async (scene: Scene): Promise<void> => {
    const stage = stages[scene.board];
    if (!stage) throw new Error(`the story has no board ${scene.board}`);
    const { place, people, team } = stage;
    const seatOf = (person: string) => {
      const seat = people[person];
      if (!seat) throw new Error(`${person} is not at ${scene.board}`);
      return seat;
    };
    const made = (name: string): string => {
      const id = names.get(name);
      if (id === undefined) throw new Error(`nobody made ${name} yet`);
      return id;
    };
    const telling: Telling<AnyState, Record<string, unknown>, Cast> = {
      stream: place.ref,
      act: async (by, name, payload) => {
        const message = { id: newId(clock.now()), name, payload };
        const actor = by === null ? { member: null, person: null } : seatOf(by);
        const result = await streams.run({ ...place, ...actor, message });
        if ('refused' in result)
          throw new Error(`the story was refused at ${name}: ${JSON.stringify({ result, payload })}`);
        clock.pass(A_MOMENT);
      },
      state: async () => {
        const snapshot = await streams.snapshot(place);
        if (!snapshot) throw new Error(`${scene.board} is not there`);
        return snapshot.state;
      },
      say: (said) => said[language],
      who: (person) => {
        const { member } = seatOf(person);
        if (member === null) throw new Error(`${person} has no place at ${scene.board}`);
        return member;
      },
      team,
      make: (name) => {
        if (names.has(name)) throw new Error(`there is a ${name} already`);
        const id = newId();
        names.set(name, id);
        return id;
      },
      made,
      known: (name) => names.get(name) ?? null,
      day: clock.day,
      monday: clock.monday,
      sunday: clock.sunday,
      pass: clock.pass,
      during: async (step) => {
        for (const other of waiting) {
          const { board, weeksAgo } = other;
          if (board !== scene.board || weeksAgo !== scene.weeksAgo || other.step !== step) continue;
          waiting.delete(other);
          await play(other);
        }
      },
    };
    await (scene.tell as (it: typeof telling) => Promise<void>)(telling);
  };

  const dated = stories
    .flat()
    .filter((scene) => 'time' in scene)
    .map((scene) => ({ scene, moment: clock.moment(scene.weeksAgo, scene.days, scene.time) }))
    .toSorted((a, b) => a.moment - b.moment);
  for (const { scene, moment } of dated) {
    clock.reach(moment);
    await play(scene);
  }
  for (const { board, weeksAgo } of waiting)
    throw new Error(`${board} held no session ${weeksAgo} weeks ago, and a scene is in it`);
}
