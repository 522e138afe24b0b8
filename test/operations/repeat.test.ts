/** Loops: `for i in range(times)` with everything that it does to the heap, and in slices of any size. */
import { describe, expect, test } from 'vitest';
import { PYTHON_VERSIONS } from '../../src/heap/index.ts';
import { saveProcess } from '../../src/objects/index.ts';
import { createProcess, decodeOperation, Execution, type Operation } from '../../src/operations/index.ts';
import { difference } from '../support/difference.ts';
import { WIDE_LIMITS } from '../support/laws.ts';
import { append, getCount, list, lit, refcount, repeat, same, sizeOf, unbind } from '../support/ops.ts';
import { scenario } from '../support/scenario.ts';

test('the index counts from 0 and stays bound', () => {
  const s = scenario();
  s.run(list('l'), repeat(3, append('l', 'i')));

  expect(s.asks(same('l[0]', lit(0)), same('l[2]', lit(2)), same('i', lit(2)))).toEqual([true, true, true]);
});

test('a loop has an index of its own name, and an inner loop another', () => {
  const s = scenario();
  s.run(list('l'), { ...repeat(2, { ...repeat(3, append('l', 'j')), index: 'j' }), index: 'k' });

  expect(s.asks(same('k', lit(1)), same('j', lit(2)), same('l[5]', lit(2)))).toEqual([true, true, true]);
});

test('a loop of no times binds nothing', () => {
  const s = scenario();
  s.run(repeat(0, list('a')));

  expect(s.raises(unbind('i'))).toBe("NameError: name 'i' is not defined");
});

test('a loop answers what the questions inside answered, by place', () => {
  const s = scenario();
  s.run(list('l'));

  const answers = s.ask(repeat(3, append('l', 'l'), refcount('l'), repeat(2, sizeOf('l'))));

  expect(answers).toEqual([null, [2, 3, 4], [[[88, 88]], [[88, 88]], [[88, 88]]]]);
});

test('numbers of the range beyond the shared ones are objects that die in turn', () => {
  const s = scenario({ check: 'end' });
  s.run(repeat(300, list('a')));

  const ints = s.recent.born('int');
  const dead = s.recent.ofType('object.deallocated').ids();
  expect(ints.length).toBeGreaterThan(40);
  expect(ints.filter((id) => !dead.includes(id))).toHaveLength(1);
});

describe.each(PYTHON_VERSIONS)('Python %s', (python) => {
  test('a loop leaves no more behind than its index', () => {
    const s = scenario({ python });
    s.run(list('a'));
    const before = s.process.heap.liveObjects;

    s.run(repeat(5, list('a')));

    expect(s.process.heap.liveObjects).toBe(before);
    // In 3.8 range is called through a tuple of arguments, which waits in its free list now; a list waits in its own.
    expect(s.ask(getCount)).toEqual([python === '3.8' ? 3 : 2, 0, 0]);
  });

  test('slices of every size give the same heap, results and offsets', () => {
    const program = [
      list('l'),
      repeat(20, list('x', 'l'), repeat(3, append('l', 'x')), unbind('x')),
      refcount('l'),
    ];
    const operations = program.map((json) => {
      const decoded = decodeOperation(json);
      if (!decoded.ok) throw new Error(decoded.problem.words.en);
      return decoded.operation;
    });

    const whole = runIn(1_000_000, operations);

    for (const steps of [1, 2, 3, 7, 64]) expect(difference(runIn(steps, operations), whole)).toBeNull();
  });

  function runIn(steps: number, operations: readonly Operation[]): object {
    const process = createProcess({ python, keptEvents: 64 });
    const execution = new Execution(process, operations, { seq: 0, limits: WIDE_LIMITS });
    while (!execution.run(steps)) {
      // The next slice.
    }
    process.validate();
    return { results: execution.results, state: saveProcess(process) };
  }
});
