/**
 * The format of the collector's vectors (test/conformance/gc/FORMAT.md): steps, each with what CPython did.
 * Values inside `expect` are keyed by version: `{"all": X}`, or `{"3.8,3.9": X, "3.10,3.11,3.12,3.13": Y}`.
 */
export interface GcStep {
  readonly op: string;
  /** The statement that the step stands for. */
  readonly python?: string;
  /** The steps of a loop. */
  readonly ops?: readonly GcStep[];
  readonly expect?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

export interface GcVector {
  readonly name: string;
  readonly area: string;
  readonly about?: string;
  readonly versions: readonly string[];
  readonly steps: readonly GcStep[];
}

/** One thing that differs; `step` indexes the vector's steps, an inner step's index follows. */
export interface GcDifference {
  readonly step: readonly number[];
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export function isGcVector(json: unknown): json is GcVector {
  if (typeof json !== 'object' || json === null) return false;
  const { versions, steps } = json as Partial<Record<string, unknown>>;
  return (
    Array.isArray(versions) && Array.isArray(steps) && steps.every((step) => typeof step?.op === 'string')
  );
}

/** What a keyed field says of one version; `known` is false when nothing was recorded for it. */
export function forVersion(
  keyed: unknown,
  version: string,
): { readonly known: boolean; readonly value?: unknown } {
  if (typeof keyed !== 'object' || keyed === null) return { known: false };
  for (const [versions, value] of Object.entries(keyed)) {
    if (versions === 'all' || versions.split(',').includes(version)) return { known: true, value };
  }
  return { known: false };
}

export function describeDifference(vector: GcVector, difference: GcDifference): string {
  const [at = 0, inner] = difference.step;
  const outer = vector.steps[at];
  const step = inner === undefined ? outer : outer?.ops?.[inner];
  const where = `step ${difference.step.join('.')} ${step?.python ?? step?.op ?? ''}`.replaceAll('\n', ' ');
  const text = (value: unknown): string => JSON.stringify(value) ?? 'nothing';
  return `${where}: ${difference.field}: CPython ${text(difference.expected)}, Heaplab ${text(difference.actual)}`;
}
