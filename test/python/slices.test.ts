/** Several instructions run as one where they have been granted: how a program was sliced must not show in anything. */
import { describe, expect, test } from 'vitest';
import { createProcess } from '../../src/operations/index.ts';
import { Program } from '../../src/python/index.ts';

const SOURCE = `
class Counter:
    def __init__(self):
        self.value = 300
        self.sum = 0.5
    def step(self):
        self.value = self.value + 1
    def nothing(self, by):
        self.sum = self.sum * 0.5 + by
def work(n):
    counter = Counter()
    total = 1000
    kept = []
    for i in range(n):
        counter.step()
        counter.nothing(i)
        total = (total * 3 + i) % 1000003
        x = total + i
        x = x - counter.value
        if i % 5 == 0:
            kept.append(i + 1000)
            kept.append([i, x])
    for i in range(3):
        pass
    return total, x, i, len(kept), kept.pop()
for i in range(290):
    last = i
print(work(40), last)
`;

const VERSIONS = ['3.9', '3.11', '3.12', '3.13'] as const;

interface Run {
  readonly events: number[][];
  readonly steps: number;
  readonly stdout: string;
  readonly spent: string | null;
}

function runIn(slice: number, python: (typeof VERSIONS)[number], most = 100_000): Run {
  const process = createProcess({ python, keptEvents: 1 << 17 });
  const budgets = { steps: most, heapBytes: Infinity, outputCharacters: Infinity };
  const program = new Program(process, SOURCE, { filename: 'program.py', budgets });
  while (!program.run(slice));
  const { stdout, stderr, steps, spent } = program.result();
  expect(stderr).toBe('');
  const events: number[][] = [];
  process.heap.ring.forEach(1, process.heap.ring.offset, (...event) => events.push(event));
  return { events, steps, stdout, spent };
}

describe.each(VERSIONS)('a program under %s', (python) => {
  const whole = runIn(100_000, python);

  test.each([1, 2, 3, 7])('runs in slices of %i as in one', (slice) => {
    expect(whole.stdout).toBe('(783644, 783343, 2, 16, [35, 688370]) 289\n');
    expect(runIn(slice, python)).toEqual(whole);
  });

  test.each([900, 901, 902, 903, 904, 905, 906, 907])(
    'that may run %i steps ends at the same one',
    (most) => {
      const ended = runIn(100_000, python, most);

      expect(ended.spent).toBe('steps');
      expect(runIn(1, python, most)).toEqual(ended);
    },
  );
});
