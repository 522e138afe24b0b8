/** Heaplab against one CPython over a number of traces: counts, and shows each difference with its trace made short. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  describeDifference,
  type GcDifference,
  type GcStep,
  type GcVector,
} from '../../src/cli/conformance/gc-format.ts';
import { runGcVector } from '../../src/cli/conformance/gc-vector.ts';
import type { AreaName } from './areas.ts';
import { generateTrace } from './generator.ts';
import { type Interpreter, type Recorded, Recorders } from './interpreters.ts';
import { vectorOf } from './keyed.ts';
import { minimise } from './minimise.ts';

export interface TrialSettings {
  readonly traces: number;
  readonly seed: number;
  readonly areas: readonly AreaName[];
  readonly minimisedAtMost: number;
  readonly keep?: string;
}

/** Traces that each recorder has waiting: it records them while the one before is simulated. */
const AHEAD = 8;
const REPORT_EVERY = 25;
const DIFFERENCES_SHOWN = 3;

export class Trial {
  passed = 0;
  failed = 0;
  readonly #interpreter: Interpreter;
  readonly #settings: TrialSettings;
  readonly #recorders: Recorders;

  constructor(interpreter: Interpreter, settings: TrialSettings) {
    this.#interpreter = interpreter;
    this.#settings = settings;
    this.#recorders = new Recorders(interpreter);
  }

  async run(): Promise<void> {
    const waiting: { readonly trace: GcVector; readonly recorded: Promise<Recorded> }[] = [];
    const { traces } = this.#settings;
    const ahead = AHEAD * this.#recorders.count;
    for (let index = 0; index < traces + ahead; index++) {
      if (index < traces) {
        const trace = this.#trace(index);
        waiting.push({ trace, recorded: this.#recorders.ask(trace) });
      }
      const next = index >= ahead - 1 ? waiting.shift() : undefined;
      if (next === undefined) continue;
      await this.#judge(next.trace, await next.recorded);
      this.#report();
    }
    this.#recorders.close();
  }

  /** A trace takes a second or so, for each of its questions a process is forked: somebody waits for this. */
  #report(): void {
    const done = this.passed + this.failed;
    if (done % REPORT_EVERY === 0 && done < this.#settings.traces)
      console.log(`${this.#interpreter.version}: ${done} of ${this.#settings.traces}, ${this.failed} differ`);
  }

  #trace(index: number): GcVector {
    const { areas, seed } = this.#settings;
    return generateTrace(seed, index, areas[index % areas.length] as AreaName);
  }

  async #judge(trace: GcVector, recorded: Recorded): Promise<void> {
    const differences = this.#compare(trace, recorded);
    if (differences.length === 0) {
      this.passed++;
      return;
    }
    this.failed++;
    if (this.failed > this.#settings.minimisedAtMost) {
      console.log(`${this.#interpreter.version}: ${trace.name} differs`);
      return;
    }
    await this.#show(await this.#shorten(trace));
  }

  /** Also true when it fails in another way than the long trace did: any difference is worth a look. */
  async #shorten(trace: GcVector): Promise<GcVector> {
    return minimise(trace, async (shorter) => {
      const recorded = await this.#recorders.ask(shorter);
      return recorded.error === undefined && this.#compare(shorter, recorded).length > 0;
    });
  }

  async #show(trace: GcVector): Promise<void> {
    const { version } = this.#interpreter;
    const recorded = await this.#recorders.ask(trace);
    const vector = vectorOf(trace, recorded, version);
    console.log(`\nFAILED ${trace.name} in ${version}, made short:`);
    for (const line of trace.steps.map(written)) console.log(`    ${line}`);
    const differences = this.#compare(trace, recorded);
    for (const one of differences.slice(0, DIFFERENCES_SHOWN))
      console.log(`  ${describeDifference(vector, one)}`);
    this.#keep(vector);
  }

  #compare(trace: GcVector, recorded: Recorded): GcDifference[] {
    const broken = (field: string, actual: unknown): GcDifference[] => [
      { step: [], field, expected: undefined, actual },
    ];
    if (recorded.error !== undefined) return broken('the recorder failed', recorded.error);
    try {
      return runGcVector(vectorOf(trace, recorded, this.#interpreter.version), this.#interpreter.version);
    } catch (error) {
      return broken('Heaplab broke', error instanceof Error ? error.stack : String(error));
    }
  }

  #keep(vector: GcVector): void {
    const { keep } = this.#settings;
    if (keep === undefined) return;
    mkdirSync(keep, { recursive: true });
    writeFileSync(join(keep, `${vector.name}-${this.#interpreter.version}.json`), JSON.stringify(vector));
  }
}

/** A step as Python, a loop with its body. */
function written(step: GcStep): string {
  const body = step.ops?.map((inner) => inner.python).join('; ');
  return (
    body === undefined
      ? String(step.python)
      : `for ${String(step.index)} in range(${String(step.times)}): ${body}`
  ).replaceAll('\n', '\n    ');
}
