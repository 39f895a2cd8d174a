import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingIn } from '#packages/feature/testing';
import { isRefusal } from '#packages/kernel';
import { emptyState, runCommand } from '#packages/sync';
import { definitions } from '../../apps/features.ts';
import { testFaces } from '../faces.ts';
import { boardAfter, teamBoard } from './two-years.ts';

const today = '2026-11-24';
const context = {
  stream: { kind: 'team', id: '00000000-0000-7000-8000-000000000001' },
  memberId: null,
  now: '2026-11-24T14:45:00.000Z',
  today,
};
const commandsOf = [...definitions.values()].flatMap(({ commands }) => Object.keys(commands));
const callsAround = (state: Parameters<typeof standingIn>[0]) =>
  testFaces.flatMap((face) => Object.entries(face.calls(standingIn(state, today))));

test('there is something to do with every command, once, and with nothing else', () => {
  const named = callsAround({}).map(([name]) => name);
  expect(named.toSorted()).toEqual(commandsOf.toSorted());
  expect(named.length).toBeGreaterThan(50);
});

test.each([...definitions.values()])(
  'whatever there is to do in a stream of kind $kind is what a device may send',
  (definition) => {
    for (const [name, payloads] of callsAround(emptyState(definition)).filter(([name]) =>
      Object.hasOwn(definition.commands, name),
    ))
      for (const payload of fc.sample(payloads, 30)) {
        const outcome = runCommand(definition, emptyState(definition), { name, payload }, context);
        if (isRefusal(outcome))
          expect(outcome, `${name} ${JSON.stringify(payload)}`).not.toMatchObject({ refused: 'invalid' });
      }
  },
);

test('most of it can be done on a board that is in use', () => {
  const board = boardAfter(1);
  const calls = callsAround(board).filter(([name]) => Object.hasOwn(teamBoard.commands, name));
  const taken = calls.filter(([name, payloads]) =>
    fc
      .sample(payloads, 100)
      .some((payload) => !isRefusal(runCommand(teamBoard, board, { name, payload }, context))),
  );
  expect(taken.length).toBeGreaterThan(calls.length * 0.7);
});
