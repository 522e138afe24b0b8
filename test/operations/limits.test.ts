/** Limits: too many objects, too much memory, too many iterations end the batch with a fault and nothing else. */
import { expect, test } from 'vitest';
import type { Fault } from '../../src/contract/index.ts';
import {
  createProcess,
  decodeOperation,
  Execution,
  type ExecutionLimits,
} from '../../src/operations/index.ts';
import { WIDE_LIMITS } from '../support/laws.ts';
import { append, built, type JsonOperation, list, refcount, repeat } from '../support/ops.ts';

function run(
  limits: Partial<ExecutionLimits>,
  ...json: readonly JsonOperation[]
): { fault: Fault | undefined; results: number } {
  const operations = json.map((one) => {
    const decoded = decodeOperation(one);
    if (!decoded.ok) throw new Error(decoded.problem.words.en);
    return decoded.operation;
  });
  const process = createProcess({ python: '3.9', keptEvents: 64 });
  const execution = new Execution(process, operations, { seq: 0, limits: { ...WIDE_LIMITS, ...limits } });
  while (!execution.run(1000)) {
    // The next slice.
  }
  return { fault: execution.fault, results: execution.results.length };
}

test('as many objects as the limit says may live at once', () => {
  const grow = [list('l'), repeat(98, list('x'), append('l', 'x'))];

  expect(run({ objects: 100 }, ...grow).fault).toBeUndefined();
  expect(run({ objects: 98 }, ...grow).fault).toMatchObject({ code: 'too_many_objects' });
});

test('objects that come and go are not many', () => {
  expect(run({ objects: 100 }, repeat(50_000, list('x'))).fault).toBeUndefined();
});

test('a loop that exceeds the limit is stopped in the middle', () => {
  const { fault, results } = run(
    { objects: 1000 },
    list('l'),
    repeat(1_000_000, list('x'), append('l', 'x')),
  );

  expect(fault).toMatchObject({ code: 'too_many_objects' });
  expect(results).toBe(1);
});

test('memory is limited by what is resident', () => {
  expect(run({ heapBytes: 1_000_000 }, built('str', 't', 'str ascii', 2_000_000)).fault).toMatchObject({
    code: 'heap_too_large',
  });
  expect(run({ heapBytes: 4_000_000 }, built('str', 't', 'str ascii', 2_000_000)).fault).toBeUndefined();
});

test('iterations count through nested loops, and are refused before the first of them', () => {
  const nested = repeat(100, repeat(100, list('x')));

  expect(run({ repeatIterations: 10_000 }, nested).fault).toBeUndefined();
  expect(run({ repeatIterations: 9_999 }, list('a'), nested)).toMatchObject({
    fault: { code: 'too_many_iterations' },
    results: 1,
  });
});

test('a loop answers two hundred thousand questions and no more', () => {
  expect(run({}, list('l'), repeat(200_000, refcount('l'))).fault).toBeUndefined();
  expect(run({}, list('l'), repeat(200_001, refcount('l'))).fault).toMatchObject({ code: 'value_too_large' });
});
