import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { type Day, dayIn, type Refusal } from '#packages/kernel';
import type { Connection, Declined, Presence, Sent, TeamClient, View, Waiting } from '../client/index.ts';
import type { AnyState, CommandCall } from '../stream.ts';

/** What the page around it knows: who looks, what they may, and how to tell them what happened. */
export type TeamSurroundings = {
  readonly client: TeamClient<AnyState>;
  readonly teamId: string;
  /** The viewer's own place in the team; null for a board display or a guest. */
  readonly memberId: string | null;
  readonly isDisplay: boolean;
  readonly may: (capability: string) => boolean;
  /** Says that something was done, with a way back when there is one. */
  readonly tellDone: (text: string, undo: (() => void) | null) => void;
  /** Says why not. */
  readonly tellRefused: (refusal: Refusal) => void;
};

const TeamContext = createContext<TeamSurroundings | null>(null);

export function TeamProvider({ children, ...surroundings }: TeamSurroundings & { children: ReactNode }) {
  return <TeamContext value={surroundings}>{children}</TeamContext>;
}

export type TeamHandle<S, P> = {
  readonly state: S;
  readonly teamId: string;
  readonly memberId: string | null;
  readonly isDisplay: boolean;
  readonly connection: Connection;
  readonly presence: Presence;
  readonly unsent: readonly Waiting[];
  readonly declined: readonly Declined[];
  readonly dismiss: (id: string) => void;
  /** Server time in milliseconds, as well as this device knows it. */
  readonly now: () => number;
  readonly today: Day;
  readonly may: (capability: string) => boolean;
  /**
   * Does something, seen at once. True when it was taken; a refusal has been shown already.
   * With `done` (what to say) it offers the way back for some seconds.
   */
  readonly send: <K extends keyof P & string>(name: K, payload: P[K], done?: string) => Promise<boolean>;
};

/**
 * The team whose board is open. Each feature names the part it knows:
 * `const useGoals = () => useTeam<GoalState, PayloadsOf<typeof goalCommands>>()`.
 */
export function useTeam<S, P>(): TeamHandle<S, P> {
  const around = useContext(TeamContext);
  if (!around) throw new Error('useTeam needs a TeamProvider above it');
  const { client } = around;
  const view: View<AnyState> = useSyncExternalStore(client.watch, client.view);
  if (!view.state) throw new Error('useTeam before the board was there: the provider waits for it');

  const send = async (name: string, payload: unknown, done?: string): Promise<boolean> => {
    const sent: Sent | Refusal = await client.send(name, payload);
    if ('refused' in sent) {
      around.tellRefused(sent);
      return false;
    }
    if (done !== undefined) around.tellDone(done, sent.undo ? takeBack(client, sent.undo) : null);
    return true;
  };

  return {
    // The composed stream holds at least what each feature knows (features/board/domain/team-stream.ts).
    state: view.state as S,
    teamId: around.teamId,
    memberId: around.memberId,
    isDisplay: around.isDisplay,
    connection: view.connection,
    presence: view.presence,
    unsent: view.unsent,
    declined: view.declined,
    dismiss: (id) => void client.dismiss(id),
    now: () => client.now(),
    today: dayIn(client.now()),
    may: around.may,
    send,
  };
}

const takeBack = (client: TeamClient<AnyState>, undo: CommandCall) => () =>
  void client.send(undo.name, undo.payload);
