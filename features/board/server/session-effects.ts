import { type BoardSession, isWrittenTo, nothingHappened, type TeamState } from '#features/board/domain';
import type { Transaction } from '#packages/database';
import type { Outbox } from '#packages/mail';
import type { AnyState } from '#packages/sync';
import type { Effect } from '#packages/sync/server';
import { type Receiver, sessionMail } from './session-mail.ts';

/**
 * B29: when a session ends, everybody who is in the team gets its summary by mail. The mails go into the outbox in the
 * transaction that ends the session: they are sent if it ended, once, whoever or whatever ended it.
 */
export function sessionMailEffect(parts: { outbox: Pick<Outbox, 'put'>; baseUrl: string }): Effect {
  return ({ place: { ref }, entry, before, after }) => {
    if (ref.kind !== 'team') return null;
    const team = ref.id;
    const state = ofTeam(after);
    const ended = entry.changes.flatMap((change) => {
      if (!('put' in change) || change.put !== 'boardSession') return [];
      const session = state.boardSession.get(change.value.id);
      return session && hasJustEnded(session, ofTeam(before).boardSession.get(session.id)) ? [session] : [];
    });
    if (ended.length === 0) return null;
    const work = async (sql: Transaction) => {
      const receivers = await sql<Receiver[]>`
        select member.id as "memberId", person.email, person.language
        from member join person on person.id = member.person_id
        where member.team_id = ${team} and member.left_on is null order by member.joined_on, member.id`;
      for (const session of ended) {
        const where = {
          teamName: state.team.get(team)?.name ?? '',
          url: `${parts.baseUrl}/team/${team}/sessions/${session.id}`,
        };
        for (const receiver of receivers) {
          if (!isWrittenTo(state, session, receiver.memberId)) continue;
          const mail = sessionMail(state, session, receiver, where);
          if (mail) await parts.outbox.put(sql, mail);
        }
      }
    };
    return { work };
  };
}

function hasJustEnded(session: BoardSession, before: BoardSession | undefined): boolean {
  const wasRunning = before === undefined || before.endedAt === null;
  return (
    wasRunning && session.endedAt !== null && session.summary !== null && !nothingHappened(session.summary)
  );
}

/** A team's stream holds all that its board shows. */
const ofTeam = (state: AnyState): TeamState => state as TeamState;
