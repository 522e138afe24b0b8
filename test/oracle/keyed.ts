/** From the recorder's answer to a vector: every value keyed by the version that it was recorded in. */
import type { GcStep, GcVector } from '../../src/cli/conformance/gc-format.ts';
import type { Recorded } from './interpreters.ts';

type Plain = Readonly<Record<string, unknown>>;

export function vectorOf(trace: GcVector, recorded: Recorded, version: string): GcVector {
  const onlyValues = trace.area === 'sizes' || trace.area === 'interning';
  const steps = trace.steps.map((one, i) =>
    withExpect(one, recorded.expects?.[i] ?? {}, { version, onlyValues }),
  );
  return { ...trace, versions: [version], steps };
}

interface How {
  readonly version: string;
  readonly onlyValues: boolean;
}

function withExpect(one: GcStep, plain: Plain, how: How): GcStep {
  const fields = Object.entries(plain).filter(
    ([field]) => field !== 'ops' && (!how.onlyValues || field === 'value'),
  );
  const expect = Object.fromEntries(
    fields.map(([field, value]) => [field, keyed(one, field, value, how.version)]),
  );
  const inner = plain.ops as readonly Plain[] | undefined;
  if (inner === undefined || one.ops === undefined) return { ...one, expect };
  return { ...one, expect, ops: one.ops.map((step, i) => withExpect(step, inner[i] ?? {}, how)) };
}

function keyed(one: GcStep, field: string, value: unknown, version: string): unknown {
  if (field === 'label') return value;
  if (field !== 'value' || one.op !== 'observe') return { [version]: value };
  return Object.fromEntries(
    Object.entries(value as Plain).map(([part, said]) => [part, { [version]: said }]),
  );
}
