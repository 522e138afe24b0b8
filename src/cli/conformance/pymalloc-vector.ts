/**
 * Recordings of CPython's allocator: their shape (test/conformance/pymalloc/FORMAT.md), and reading one.
 * How one is compared is pymalloc-check.ts's business, doing its steps is pymalloc-run.ts's.
 */
export type VectorGroup = 'A8' | 'A' | 'B' | 'A32';

export interface PymallocVector {
  readonly name: string;
  readonly about: string;
  readonly group: VectorGroup;
  readonly config: VectorConfig;
  readonly nsteps: number;
  readonly steps: readonly RecordedStep[];
  readonly expect: VectorExpectation;
}

export interface VectorConfig {
  readonly arena: number;
  readonly pool: number;
  readonly alignment: number;
  readonly pointer_bits: 32 | 64;
  readonly pool_header: number;
  readonly threshold: number;
  readonly arena_limit: number | null;
  readonly arena_bases: {
    readonly mode: 'consecutive' | 'lowest-free';
    readonly first: string;
    readonly step: string;
  };
}

export type RecordedStep =
  | readonly ['m', number, number]
  | readonly ['r', number, number]
  | readonly ['f', number]
  | readonly ['M', number, number, number]
  | readonly ['F', number, number, number];

export interface VectorExpectation {
  readonly format: 'full' | 'hash';
  readonly address?: readonly (readonly [number, number] | 'system')[];
  readonly events?: readonly RecordedEvent[];
  readonly arena_events?: readonly RecordedEvent[];
  readonly address_hash: {
    readonly final: string;
    readonly count: number;
    readonly system: number;
    readonly checkpoints: readonly (readonly [number, string])[];
  };
  readonly event_hash: {
    readonly final: string;
    readonly count: number;
    readonly checkpoints: readonly (readonly [number, string, number])[];
  };
  readonly arena_bases: readonly string[];
  readonly stats: readonly VectorStats[];
}

/** [kind, step, ...fields] */
export type RecordedEvent = readonly [string, number, ...(number | string)[]];

/** The figures after a step, by their names in the recordings; which are there depends on the group. */
export interface VectorStats {
  readonly after: number;
  readonly lists: Readonly<Record<string, unknown>>;
  readonly [figure: string]: unknown;
}

/** The same of an allocator under test: everything that a recording may ask for. */
export interface MeasuredStats {
  readonly lists: Readonly<Record<string, unknown>>;
  readonly [figure: string]: unknown;
}

export const STEP_MALLOC = 0;
export const STEP_REALLOC = 1;
export const STEP_FREE = 2;

/** `place` of a block that the system allocator serves. */
export const SYSTEM_PLACE = -1;
const ARENA_STRIDE = 2 ** 32;

/** Where a pool block lies, as one number: {@link placeArena} and {@link placeOffset} take it apart. */
export function place(arenaSerial: number, offset: number): number {
  return arenaSerial * ARENA_STRIDE + offset;
}

export function placeArena(at: number): number {
  return Math.floor(at / ARENA_STRIDE);
}

export function placeOffset(at: number): number {
  return at % ARENA_STRIDE;
}

export function parseVector(json: string): PymallocVector {
  const vector = JSON.parse(json) as PymallocVector;
  const steps = expandSteps(vector.steps).length / 3;
  if (steps !== vector.nsteps)
    throw new Error(`${vector.name}: ${steps} steps, but nsteps is ${vector.nsteps}`);
  return vector;
}

/** The steps one by one, three numbers each: kind, id, size. */
export function expandSteps(recorded: readonly RecordedStep[]): Int32Array {
  let count = 0;
  for (const step of recorded) count += step[0] === 'M' || step[0] === 'F' ? step[3] : 1;
  const steps = new Int32Array(count * 3);
  let at = 0;
  const put = (kind: number, id: number, size: number) => {
    steps[at] = kind;
    steps[at + 1] = id;
    steps[at + 2] = size;
    at += 3;
  };
  for (const step of recorded) {
    if (step[0] === 'm') put(STEP_MALLOC, step[1], step[2]);
    else if (step[0] === 'r') put(STEP_REALLOC, step[1], step[2]);
    else if (step[0] === 'f') put(STEP_FREE, step[1], 0);
    else if (step[0] === 'M') {
      const [, first, size, n] = step;
      for (let k = 0; k < n; k++) put(STEP_MALLOC, first + k, size);
    } else {
      const [, first, stride, n] = step;
      for (let k = 0; k < n; k++) put(STEP_FREE, first + stride * k, 0);
    }
  }
  return steps;
}
