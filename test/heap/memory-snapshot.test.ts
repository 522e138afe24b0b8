import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { runVector } from '../../src/cli/conformance/pymalloc-run.ts';
import { parseVector } from '../../src/cli/conformance/pymalloc-vector.ts';
import { configOf, MemoryUnderTest } from '../conformance/pymalloc-memory.ts';
import { memoryOf } from './memory-support.ts';

const FOLDER = new URL('../conformance/pymalloc/', import.meta.url);
const TRACES = (
  JSON.parse(readFileSync(new URL('MANIFEST.json', FOLDER), 'utf8')) as { file: string; steps: number }[]
)
  .filter(({ file, steps }) => file.includes('-rand-') && file.endsWith('.gz') && steps <= 10_000)
  .map(({ file }) => file)
  .filter((_, at) => at % 8 === 0);

test.each(TRACES)('%s goes on as recorded after every hundredth step came from a snapshot', (file) => {
  const vector = parseVector(gunzipSync(readFileSync(new URL(file, FOLDER))).toString('utf8'));
  const target = new MemoryUnderTest(configOf(vector));

  const differences = runVector(vector, target, (step) => {
    if (step % 100 === 50) target.reload();
  });

  expect(differences).toEqual([]);
});

test('a restored memory goes on as the original does, the system allocator too', () => {
  const { memory: original, happened } = memoryOf();
  const blocks: number[] = [];
  const act = (memory: typeof original, step: number) => {
    const size = (step * 7919) % 3000 < 2900 ? (step * 7919) % 3000 : 200_000;
    blocks[step % 97] = memory.realloc(blocks[step % 97] ?? 0, size);
    if (step % 5 === 0) {
      memory.free(blocks[(step * 3) % 97] ?? 0);
      blocks[(step * 3) % 97] = 0;
    }
  };
  for (let step = 0; step < 3000; step++) act(original, step);
  const state = structuredClone(original.save());
  const { memory: restored, happened: happenedThere } = memoryOf();
  restored.restore(state);
  const kept = [...blocks];
  happened();

  for (let step = 3000; step < 6000; step++) act(original, step);
  blocks.splice(0, blocks.length, ...kept);
  for (let step = 3000; step < 6000; step++) act(restored, step);

  expect(happenedThere()).toEqual(happened());
  expect(restored.save()).toEqual(original.save());
  restored.validate();
});

test('a state is small when little is allocated', () => {
  const { memory } = memoryOf();
  for (let at = 0; at < 1000; at++) memory.alloc(16 + ((at * 16) % 200));

  const { pools, links, arenas } = memory.save().pymalloc;

  expect(pools.byteLength + links.words.byteLength + arenas.words.byteLength).toBeLessThan(6000);
});
