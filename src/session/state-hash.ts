/**
 * The hash of a whole process: two processes with the same hash behave the same for ever after. Of one that has run programs it is the
 * hash of its heap, which is all that can be seen of it.
 */
import { hash } from 'node:crypto';
import { type Process, stateOf } from './engine.ts';
import { encodeState } from './state-bytes.ts';

export function stateHash(process: Process): string {
  const { heap, ...rest } = stateOf(process);
  const seen = { ...rest, heap: { ...heap, annexes: process.heap.annexes.contents() } };
  return `sha256:${hash('sha256', encodeState(seen), 'hex')}`;
}
