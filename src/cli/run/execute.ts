/**
 * Running one program as `python` does: output as it comes, standard input as it is asked for, an interrupt where it runs.
 * Output is written synchronously, so a slow reader slows the program down and nothing piles up.
 */
import type { Process } from '../../objects/index.ts';
import { createProcess } from '../../operations/index.ts';
import { Program } from '../../python/index.ts';
import { decodeEvent, TopicFilter } from '../../session/index.ts';
import { LineInput } from './line-input.ts';
import type { RunOptions } from './options.ts';
import { eventLine, type Summary, wordsOf } from './words.ts';
import { BrokenPipe, writeAll } from './write-all.ts';

const STDOUT = 1;
const STDERR = 2;
/** Instructions between two looks at the world. */
const SLICE = 50_000;
const KEPT_EVENTS = 1 << 16;
/** CPython's status when standard output is closed before it has written everything. */
const BROKEN_PIPE = 120;

/** @param interrupts counts those that are asked for; set back to 0 where the program is told */
export function execute(options: RunOptions, interrupts: Int32Array): number {
  try {
    return new Run(options, interrupts).toEnd();
  } catch (error) {
    if (error instanceof BrokenPipe) return BROKEN_PIPE;
    throw error;
  }
}

class Run {
  readonly #options: RunOptions;
  readonly #process: Process;
  readonly #program: Program;
  readonly #filter: TopicFilter | undefined;
  readonly #interrupts: Int32Array;
  #shown = 0;

  constructor(options: RunOptions, interrupts: Int32Array) {
    this.#options = options;
    this.#interrupts = interrupts;
    const { python, source, filename, argv, budgets, events } = options;
    this.#process = createProcess({ python, keptEvents: KEPT_EVENTS });
    const stdin = new LineInput(() => this.#flush(), interrupts);
    this.#program = new Program(this.#process, source, { filename, argv, budgets, stdin });
    if (events.length === 0) return;
    this.#filter = new TopicFilter(events as never);
    this.#process.heap.ring.overflow = () => this.#showEvents();
  }

  toEnd(): number {
    for (let done = false; !done; ) {
      if (Atomics.exchange(this.#interrupts, 0, 0) > 0) this.#interrupt();
      done = this.#program.run(SLICE);
      this.#flush();
    }
    return this.#end();
  }

  #interrupt(): void {
    const { pace } = this.#program.vm;
    pace.interruptAt(pace.instruction);
  }

  #end(): number {
    const { exit, spent, stdout, stderr, steps } = this.#program.result();
    writeAll(STDOUT, stdout);
    writeAll(STDERR, stderr);
    const words = wordsOf(this.#options.language);
    if (spent !== null) writeAll(STDERR, `heaplab: ${words.spent(spent)}\n`);
    if (this.#options.stats) {
      const lines = words.summary(this.#summary(steps));
      writeAll(STDERR, lines.map((line) => `heaplab: ${line}\n`).join(''));
    }
    return exit;
  }

  #flush(): void {
    const { output, errorOutput } = this.#program.vm;
    writeAll(STDOUT, output.splice(0).join(''));
    writeAll(STDERR, errorOutput.splice(0).join(''));
    this.#showEvents();
  }

  #showEvents(): void {
    const filter = this.#filter;
    if (filter === undefined) return;
    const { ring } = this.#process.heap;
    const lines: string[] = [];
    ring.forEach(this.#shown + 1, ring.offset, (offset, code, seq, a, b, c) => {
      if (!filter.wants(code)) return;
      const event = decodeEvent(code, { offset, seq }, { a, b, c, text: (symbol) => ring.text(symbol) });
      lines.push(`heaplab: ${eventLine(event)}\n`);
    });
    this.#shown = ring.offset;
    writeAll(STDERR, lines.join(''));
  }

  #summary(steps: number): Summary {
    const { memory, collector, liveObjects } = this.#process.heap;
    return {
      steps,
      peakBytes: memory.peakResidentBytes(),
      arenaBytes: memory.residentBytes().arenas,
      objects: liveObjects,
      collections: collector.stats.map(({ collections }) => collections),
      collected: collector.stats.reduce((sum, { collected }) => sum + collected, 0),
    };
  }
}
