/**
 * What a test run comes to, in the two numbers that its last line gives.
 *
 * Nothing that went wrong may hide: a file that did not load, a hook that threw, an error outside of any test and a
 * test that never finished each count as one failure. A skipped test counts as neither.
 */

/** The part of vitest's TestCase, TestSuite and TestModule that counting needs. */
export interface TestNode {
  readonly type: string;
  readonly children?: Iterable<TestNode>;
  result?(): { readonly state: string };
  errors?(): readonly unknown[];
}

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export function tallyRun(modules: Iterable<TestNode>, unhandledErrors: number): Tally {
  let passed = 0;
  let failed = unhandledErrors;
  const waiting = [...modules];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'test') {
      const state = node.result?.().state;
      if (state === 'passed') passed += 1;
      if (state === 'failed' || state === 'pending') failed += 1;
    } else {
      if ((node.errors?.().length ?? 0) > 0) failed += 1;
      waiting.push(...(node.children ?? []));
    }
  }
  return { passed, failed };
}

/** The last line of `npm test`, on which scripts rely. */
export function lastLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed`;
}
