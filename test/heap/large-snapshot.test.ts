import { expect, test } from 'vitest';
import type { Operation } from '../../src/session/index.ts';
import { stateOf } from '../../src/session/index.ts';
import { apply, testSessions, times, valueOf } from '../support/sessions.ts';

test('a heap of more strings than a call has room for arguments comes back from its snapshot', async () => {
  const session = await testSessions().create();
  const text = { op: 'new', type: 'str', value: 'a text that is not shared', as: 's' } as Operation;
  const keep = { op: 'append', list: 'kept', item: 's' } as Operation;
  await apply(session, [{ op: 'new', type: 'list', as: 'kept' }, times(200_000, text, keep)]);
  const state = async () => valueOf(await session.read((process) => ({ ok: true, value: stateOf(process) })));
  const before = await state();

  await session.unload();

  expect((await state()).heap.payloads).toHaveLength(before.heap.payloads.length);
  expect(await state()).toEqual(before);
});
