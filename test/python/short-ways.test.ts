/** Short ways of the loop write the events of the long ones, at the same steps. */
import { expect, test } from 'vitest';
import { createProcess } from '../../src/operations/index.ts';
import { Program } from '../../src/python/index.ts';

/** Lists that are appended to by every kind of call, and containers that end with what they hold. */
const SOURCE = `
import gc
class Item:
    def __init__(self, at):
        self.at = [at]
    def __del__(self):
        ends.append(self.at)
class Own(list):
    pass
ends = []
def grow(n):
    items = []
    for i in range(n):
        items.append(i * 1000)
        x = items.append(items)
        assert x is None
        [].append(i)
        list.append(items, str(i))
        a = [i * 500]
        a.append(a)
    own = Own()
    own.append(own)
    kept = items[:]
    kept.append({'first': i + 300, 'second': [i + 400, 'x' * i], 'third': (i + 600.5, None)})
    kept.append([Item(i), {i: Item(i + 1)}, (Item(i + 2), b'bytes')])
    del kept[:]
for n in range(1, 12):
    grow(n)
gc.collect()
print(len(ends), gc.get_count())
`;

interface History {
  readonly events: string[];
  readonly steps: number;
  readonly output: string;
}

/** @param granted steps at a time @param long where somebody waits for a line, calls take the long way */
function history(python: '3.8' | '3.11' | '3.12' | '3.13', granted: number, long: boolean): History {
  const process = createProcess({ python, keptEvents: 1 << 17 });
  const program = new Program(process, SOURCE, { filename: 'program.py' });
  if (long) program.vm.lines.stopAt(() => false);
  while (!program.run(granted));
  const events: string[] = [];
  const { ring } = process.heap;
  // Whoever watches lines gives names symbols, so the numbers of those that stand in events are others.
  ring.forEach(1, ring.offset, (offset, code, _seq, _a, _b, c) => events.push(`${offset} ${code} ${c}`));
  return { events, steps: program.vm.steps, output: program.result().stdout };
}

test.each(['3.8', '3.11', '3.12', '3.13'] as const)(
  'in %s a program leaves the same history however finely it is granted, and whoever watches it',
  (python) => {
    const whole = history(python, 100_000, false);

    expect(whole.events.length).toBeGreaterThan(2_000);
    expect(whole.output).toMatch(/^\d+ \(/);
    for (const granted of [1, 7]) expect(history(python, granted, false)).toEqual(whole);
    const { events, output } = history(python, 100_000, true);
    expect({ events, output }).toEqual({ events: whole.events, output: whole.output });
  },
);
