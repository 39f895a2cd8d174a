import * as z from 'zod/mini';
import { endpoint } from '#packages/http';
import { field } from '#packages/kernel';
import { anyone, ofTeam, teamParams } from '../access-kinds.ts';

const screenName = field.line(60);
const oneDisplay = z.object({ team: field.id, display: field.id });

/** A wall screen becomes a team's board (rule P13). */
export const displayContract = {
  startPairing: endpoint({
    method: 'POST',
    url: '/display/pairing',
    access: anyone,
    summary: 'Gives a wall screen a code to show; only this browser can collect what comes of it.',
    answer: z.object({ code: z.string(), expiresAt: field.instant }),
    callsPerMinute: 20,
  }),
  pairing: endpoint({
    method: 'GET',
    url: '/display/pairing',
    access: anyone,
    summary: 'Whether somebody has entered the code that this browser shows: none, waiting or paired.',
    answer: z.union([
      z.object({ state: z.literal('none') }),
      z.object({ state: z.literal('waiting'), expiresAt: field.instant }),
      z.object({ state: z.literal('paired') }),
    ]),
  }),
  collectSession: endpoint({
    method: 'POST',
    url: '/display/session',
    access: anyone,
    summary: 'Signs a paired screen in as its team’s board; whoever was signed in on it is signed out.',
    answer: z.object({ paired: z.literal(true) }),
    callsPerMinute: 20,
  }),
  pair: endpoint({
    method: 'POST',
    url: '/teams/:team/displays',
    access: ofTeam('team.screens'),
    summary: 'Pairs the wall screen that shows this code with the team.',
    params: teamParams,
    body: z.object({ code: z.string().check(z.minLength(1), z.maxLength(20)), name: screenName }),
    answer: z.object({ displayId: field.id }),
    callsPerMinute: 15,
  }),
  rename: endpoint({
    method: 'PUT',
    url: '/teams/:team/displays/:display',
    access: ofTeam('team.screens'),
    summary: 'Gives a wall screen another name.',
    params: oneDisplay,
    body: z.object({ name: screenName }),
    answer: z.object({ renamed: z.literal(true) }),
  }),
  unpair: endpoint({
    method: 'DELETE',
    url: '/teams/:team/displays/:display',
    access: ofTeam('team.screens'),
    summary: 'Un-pairs a wall screen; its board closes at once.',
    params: oneDisplay,
    answer: z.object({ unpaired: z.literal(true) }),
  }),
};
