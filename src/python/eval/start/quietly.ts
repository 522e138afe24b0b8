/**
 * What an import allocates in a real process depends on cached bytecode and on what start-up has imported already, so here it
 * leaves the collector's counters, and tracemalloc's, as they were: a program's figures begin with the program's own objects.
 */
import type { Interpreter } from '../interpreter.ts';

/** Runs what is no part of the program's own figures. */
export function quietly(vm: Interpreter, use: () => void): void {
  const { collector, memory } = vm.heap;
  const { enabled, scheduled } = collector;
  const counts = [...collector.counts];
  const resume = memory.tracemalloc.pause();
  collector.enabled = false;
  try {
    use();
  } finally {
    collector.enabled = enabled;
    collector.scheduled = scheduled;
    collector.counts.splice(0, 3, ...counts);
    resume();
  }
}
