/**
 * Where an operation stands when it allocates, for tracemalloc: a session is read as a file whose lines are its operations.
 *
 *   file  "<session>"      line  the sequence number of the operation
 *
 * Inside functions that `call` has entered and `return` has not left, the lines of those calls are the frames further out.
 */
import type { Process } from '../objects/index.ts';

export const SESSION_FILE = '<session>';

export function locateByOperations(process: Process): Process {
  const { memory, ring } = process.heap;
  const { tracemalloc } = memory;
  const { places } = tracemalloc;
  tracemalloc.locate = () => {
    const file = places.file(SESSION_FILE);
    const calls = process.frames.map((frame) => frame.calledAt);
    const lines = [...calls, ring.seq];
    let site = 0;
    for (let at = Math.max(0, lines.length - tracemalloc.limit); at < lines.length; at++)
      site = places.site(places.frame(file, lines[at] as number), site, at + 1);
    return site;
  };
  return process;
}
