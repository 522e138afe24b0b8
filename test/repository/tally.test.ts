import { expect, test } from 'vitest';
import { lastLine, type TestNode, tallyRun } from '../support/tally.ts';

const testCase = (state: string): TestNode => ({ type: 'test', result: () => ({ state }) });
const group = (children: TestNode[], errors: unknown[] = []): TestNode => ({
  type: 'suite',
  children,
  errors: () => errors,
});

test('passed and failed tests are counted at every depth, and skipped ones are not', () => {
  const module = group([
    testCase('passed'),
    group([testCase('failed'), testCase('passed')]),
    testCase('skipped'),
  ]);
  expect(lastLine(tallyRun([module], 0))).toBe('2 passed, 1 failed');
});

test('a file that does not load is a failure although it has no test', () => {
  expect(tallyRun([group([], [new Error('no such module')])], 0)).toEqual({ passed: 0, failed: 1 });
});

test('a test that never finished and an error outside of any test are failures', () => {
  expect(tallyRun([group([testCase('pending')])], 1)).toEqual({ passed: 0, failed: 2 });
});
