/** Keys that are held while Python code says what their hashes are or what they are equal to, so that it sees one reference more. */
import { KeyQuestion } from './equality.ts';
import type { Process } from './process.ts';

/** May Python code answer for this key? What it sees of a tuple that it stands in is the tuple's business. */
export function maySeeReferences(process: Process, key: number): boolean {
  const { program } = process;
  if (program === null) return false;
  const { atoms, tuple } = process.types;
  const type = process.heap.typeOf(key);
  return type !== atoms.str && type !== atoms.int && type !== tuple && program.asksForKey(key);
}

/** Acts while the key has one more reference, if there is anybody to see it. */
export function whileHeld<Result>(process: Process, key: number, act: () => Result): Result {
  if (!maySeeReferences(process, key)) return act();
  process.heap.incref(key);
  try {
    return act();
  } catch (error) {
    if (error instanceof KeyQuestion) error.held.push(key);
    throw error;
  } finally {
    process.heap.decref(key);
  }
}
