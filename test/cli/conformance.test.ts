import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/conformance.ts';

type Files = Readonly<Record<string, string>>;

async function conformance(files: Files, ...options: string[]): Promise<{ exit: number; lines: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'heaplab-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const lines: string[] = [];
  const exit = await main([folder, ...options], (text) =>
    lines.push(...text.replaceAll(folder, 'DIR').split('\n')),
  );
  rmSync(folder, { recursive: true });
  return { exit, lines };
}

const FILES: Files = {
  'one.py': 'print(1)\n',
  'one.out.3.8.txt': '1\n',
  'one.masked.3.13.txt': '1\n',
  'deep/er/two.py': 'import sys\nprint(sys.version_info[1])\nsys.exit(3)\n',
  'deep/er/two.3.12.txt': '12\n',
  'deep/er/two.err.3.12.txt': 'exit 3\n',
  'deep/er/not-recorded.py': 'def f(:\n',
  'loop.py': 'for i in range(5):\n    print(i)\n',
  'loop.out.3.11.txt': '0\n1\n2\n7\n4\n',
  'raises.py': 'print(1)\nraise KeyError("k")\n',
  'raises.out.3.11.txt': '1\n',
  'raises.err.3.11.txt': "exit 1\nKeyError: 'k'\n",
  'raises.out.3.12.txt': '1\n',
  'raises.err.3.12.txt': "exit 1\nKeyError: 'j'\n",
  'raises.out.3.13.txt': '1\n',
  'masks/compare.json': JSON.stringify({
    _how: 'a remark',
    id: { rule: 'mask', mask: [{ lines: [1], regex: '\\d+', replace: 'N' }] },
  }),
  'masks/id.py': 'print(id(object()))\nprint(__file__)\n',
  'masks/id.out.3.9.txt': '140013371337\n/home/somebody/recordings/id.py\n',
  'endless.py': 'while True:\n    pass\n',
  'endless.out.3.12.txt': '',
};

describe('a folder of recorded programs', () => {
  let run: { exit: number; lines: string[] };
  beforeAll(async () => {
    run = await conformance(FILES, '--seconds', '3');
  });

  test('is searched at any depth; what was not recorded is not run', () => {
    expect(run.lines).toContain('DIR/deep/er  3.12: 1 passed');
    expect(run.lines).toContain('DIR/masks  3.9: 1 passed');
    expect(run.lines).toContain(
      'DIR  3.12: 0 passed, 2 FAILED  3.11: 1 passed, 1 FAILED  3.8: 1 passed  3.13: 1 passed, 1 FAILED',
    );
    expect([run.exit, run.lines.at(-1)]).toEqual([1, '5 passed, 4 failed']);
  });

  test('has the first difference of each program shown with the lines before it', () => {
    const at = run.lines.indexOf('FAILED DIR/loop.py (3.11)');

    expect(run.lines.slice(at + 1, at + 6)).toEqual([
      '  output differs from line 4 on',
      '      2   1',
      '      3   2',
      '      4 wanted "7"',
      '      4 got    "3"',
    ]);
  });

  test('has exit status and last line of an error compared too', () => {
    expect(run.lines).toContain(`  last line of stderr: wanted "KeyError: 'j'", got "KeyError: 'k'"`);
    expect(run.lines).toContain('  it printed what it should, but wanted exit 0, got exit 1');
  });

  test('is run to its end although a program is not', () => {
    const at = run.lines.indexOf('FAILED DIR/endless.py (3.12)');

    expect(run.lines[at + 1]).toBe('  it was stopped after 3 seconds');
  });
});

test('a folder that is not there, or holds nothing, is no success', async () => {
  const lines: string[] = [];
  const missing = await main(['/no/such/folder'], (line) => lines.push(line));
  const empty = await conformance({ 'notes.txt': '' });

  expect([missing, lines[0]]).toEqual([2, 'conformance: /no/such/folder does not exist']);
  expect([empty.exit, empty.lines.at(-1)]).toEqual([1, '0 passed, 0 failed']);
});
