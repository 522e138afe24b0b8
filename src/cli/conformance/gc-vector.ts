/**
 * Runs a vector of the collector through the public operations, in a session's process of one version, and says what
 * differs from the recording. Nothing here knows one vector from another.
 */
import { isDeepStrictEqual } from 'node:util';
import type { OperationResult } from '../../contract/index.ts';
import { EV, type PythonVersion } from '../../heap/index.ts';
import type { Process } from '../../objects/index.ts';
import { createProcess, Execution, type Operation } from '../../operations/index.ts';
import { forVersion, type GcDifference, type GcStep, type GcVector } from './gc-format.ts';
import { byLabel, GcLabels } from './gc-labels.ts';
import { LoopFollower } from './gc-loop.ts';
import { EventTail, NewsGatherer } from './gc-news.ts';
import { type Hidden, observe, ownersIn } from './gc-observe.ts';
import { toOperation } from './gc-translate.ts';

/** Steps of an execution between two looks at the ring of events. */
const SLICE = 500;
const KEPT_EVENTS = 1 << 20;
const NO_LIMITS = { objects: Infinity, heapBytes: Infinity, repeatIterations: Infinity };

type Actual = Record<string, unknown>;
type Note = (code: number, a: number, b: number, c: number) => void;

export function runGcVector(vector: GcVector, version: string): GcDifference[] {
  return new GcRun(vector, version).run();
}

class GcRun {
  readonly #vector: GcVector;
  readonly #version: string;
  readonly #process: Process;
  readonly #labels: GcLabels;
  readonly #news: NewsGatherer;
  readonly #tail: EventTail;
  readonly #hidden: Hidden;
  readonly #savedIds = new Map<string, unknown>();
  readonly #differences: GcDifference[] = [];
  #seq = 0;

  constructor(vector: GcVector, version: string) {
    this.#vector = vector;
    this.#version = version;
    this.#process = createProcess({ python: version as PythonVersion, keptEvents: KEPT_EVENTS });
    const { heap } = this.#process;
    this.#labels = new GcLabels(this.#process);
    this.#news = new NewsGatherer(this.#labels);
    this.#tail = new EventTail(heap);
    const made = vector.steps.filter(({ op }) => op === 'define_class' || op === 'save_id');
    this.#hidden = new Set(made.map((step) => String(step.as)));
  }

  run(): GcDifference[] {
    for (const [at, step] of this.#vector.steps.entries()) {
      const actual = step.op === 'repeat' ? this.#loop(step) : this.#step(step);
      this.#compare(step, at, actual);
      if ('error' in actual) break;
    }
    return this.#differences;
  }

  #step(step: GcStep): Actual {
    const actual: Actual = {};
    if (step.op === 'observe') actual.value = observe(this.#process, this.#labels, this.#hidden);
    else this.#perform(step, actual);
    actual.count = [...this.#process.heap.collector.counts];
    return Object.assign(actual, this.#news.take());
  }

  /** Performs one step that is an operation; notes its answer, and the label of what it made. */
  #perform(step: GcStep, actual: Actual): void {
    const addresses = new Map<number, number>();
    const owner = step.op === 'get_dict' ? this.#labelOf(String(step.of)) : undefined;
    const result = this.#execute(toOperation(step, this.#process), (code, a, b, c) => {
      this.#news.note(code, a, b, c);
      if (code === EV.OBJECT_ALLOCATED) addresses.set(a, (b & 0xffff) * 2 ** 32 + (c >>> 0));
    });
    if (result.error !== undefined) actual.error = result.error;
    if (step.op === 'new' || step.op === 'weakref.ref') {
      const serial = serialOf(result.object);
      const { label, reused } = this.#labels.made(step, serial, addresses.get(serial));
      if (label !== undefined) actual.label = label;
      if (reused && step.op === 'weakref.ref') actual.reused = true;
    }
    if (step.op === 'get_dict') this.#keepDictName(owner, serialOf(result.object));
    if (step.op === 'save_id') this.#savedIds.set(String(step.as), result.value);
    else actual.value = this.#answer(step, result);
  }

  #loop(step: GcStep): Actual {
    const { heap } = this.#process;
    const follower = new LoopFollower(step, heap, { labels: this.#labels, news: this.#news });
    const result = this.#execute(toOperation(step, this.#process), (code, a, b, c) =>
      follower.note(code, a, b, c),
    );
    const actual: Actual = { count: [...heap.collector.counts], values: result.value };
    if (result.error !== undefined) actual.error = result.error;
    if (follower.happened.length > 0) actual.happened = follower.happened;
    return actual;
  }

  /** Runs one operation to its end, in slices, so that no event is lost. */
  #execute(operation: Operation, note: Note): OperationResult {
    const execution = new Execution(this.#process, [operation], { seq: this.#seq++, limits: NO_LIMITS });
    while (!execution.run(SLICE)) this.#tail.read(note);
    this.#tail.read(note);
    return execution.results[0] ?? {};
  }

  /** The answer of a question as vectors write it. */
  #answer(step: GcStep, result: OperationResult): unknown {
    if (step.op === 'id_is') return result.value === this.#savedIds.get(String(step.id));
    if (!SHOWS_OBJECTS.has(step.op)) return result.value;
    const shown = (result.value as readonly string[]).map((id) => this.#shown(id));
    const of = typeof step.of === 'string' ? this.#process.lookup(step.of) : 0;
    return step.op === 'gc.get_referents' && this.#process.heap.typeOf(of).name.endsWith('set')
      ? shown.sort(byLabel)
      : shown;
  }

  /** An object id of an answer under its label, or readably. */
  #shown(id: string): string {
    const found = this.#process.objectOf(serialOf(id));
    const one = this.#process.classes.find(({ object }) => object === found);
    if (one !== undefined) return `class:${one.name}`;
    if (found === this.#process.weakrefCallback) return 'function:weakref_callback';
    return this.#labels.of(found, ownersIn(this.#process)) ?? this.#process.repr(found);
  }

  #labelOf(name: string): string | undefined {
    const ref = this.#process.lookup(name);
    return ref === 0 ? undefined : this.#labels.ofSerial(this.#process.heap.serialOf(ref));
  }

  /** The attribute dictionary that a step asked for is called after its instance, which the same step may end. */
  #keepDictName(owner: string | undefined, dict: number): void {
    if (owner !== undefined && this.#labels.ofSerial(dict) === undefined)
      this.#labels.keep(dict, `${owner}.__dict__`);
  }

  #compare(step: GcStep, at: number, actual: Actual): void {
    const expect = step.expect ?? {};
    if (actual.error !== undefined) this.#differ([at], 'error', undefined, actual.error);
    const silent = expect.count === undefined ? [] : ['collections', 'events', 'happened', 'reused', 'label'];
    const fields = new Set([
      ...Object.keys(expect),
      ...silent.filter((field) => actual[field] !== undefined),
    ]);
    for (const field of fields) {
      if (field === 'value' && step.op === 'observe')
        this.#compareState(expect.value as Actual, at, actual.value as Actual);
      else if (field === 'label') this.#expect([at], field, { all: expect.label }, actual.label);
      else this.#expect([at], field, expect[field] ?? { all: undefined }, actual[field]);
    }
    for (const [i, inner] of (step.ops ?? []).entries()) {
      const values = inner.expect?.values;
      if (values !== undefined)
        this.#expect([at, i], 'values', values, (actual.values as readonly unknown[] | undefined)?.[i]);
    }
  }

  /** The state under true names; failing that, with dictionaries named by address as some recordings do. */
  #compareState(expected: Actual, at: number, actual: Actual): void {
    const found = this.#differencesOf(expected, at, actual);
    if (found.length === 0) return;
    const byAddress = this.#labels.namingByAddress(() => observe(this.#process, this.#labels, this.#hidden));
    if (this.#differencesOf(expected, at, byAddress).length > 0) this.#differences.push(...found);
  }

  #differencesOf(expected: Actual, at: number, actual: Actual): GcDifference[] {
    return Object.entries(expected).flatMap(([part, keyed]) => {
      const { known, value } = forVersion(keyed, this.#version);
      if (!known || isDeepStrictEqual(value, actual[part])) return [];
      return [{ step: [at], field: part, expected: value, actual: actual[part] }];
    });
  }

  #expect(step: readonly number[], field: string, keyed: unknown, actual: unknown): void {
    const { known, value } = forVersion(keyed, this.#version);
    const absent = !known && HAPPENINGS.has(field);
    if (!known && !absent) return;
    const expected = Array.isArray(value) && value.length === 0 && HAPPENINGS.has(field) ? undefined : value;
    if (!isDeepStrictEqual(expected, actual)) this.#differ(step, field, expected, actual);
  }

  #differ(step: readonly number[], field: string, expected: unknown, actual: unknown): void {
    this.#differences.push({ step, field, expected, actual });
  }
}

/** Fields that are left out where nothing happened. */
const HAPPENINGS = new Set(['collections', 'events', 'happened', 'reused']);
/** Questions that answer with objects. */
const SHOWS_OBJECTS = new Set(['gc.get_referents', 'gc.get_referrers', 'gc.get_objects', 'gc.garbage']);

function serialOf(id: string | undefined): number {
  return id === undefined ? 0 : Number(id.slice(1));
}
