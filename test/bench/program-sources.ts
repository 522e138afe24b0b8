/** The programs that are run here and in CPython: listings of the article, loops of simple steps, exercises of a lesson, a tree. */
import { readFileSync } from 'node:fs';

export interface ProgramSource {
  readonly name: string;
  readonly source: string;
  /** What the time is divided by; 1: it is told for the whole program. */
  readonly units: number;
}

const LISTINGS = {
  'listing 09, tracemalloc': '09-tracemalloc-snapshots',
  'listing 10, resident size': '10-psutil-rss',
  'listing 11, cycles': '11-gc-garbage',
  'listing 13, generator and list': '13-generator-vs-list',
} as const;

/** Loops of `steps` rounds, a tree of about `nodes` nodes. */
export function programSources(steps: number, nodes: number): ProgramSource[] {
  return [...listings(), ...loops(steps), ...exercises(steps / 10), tree(nodes)];
}

function listings(): ProgramSource[] {
  return Object.entries(LISTINGS).map(([name, file]) => {
    const url = new URL(`../conformance/listings/${file}.py`, import.meta.url);
    return { name, source: readFileSync(url, 'utf8'), units: 1 };
  });
}

type Loop = (name: string, ...lines: string[]) => ProgramSource;

function loopOf(steps: number): Loop {
  return (name, ...lines) => ({ name, source: `${lines.join('\n')}\n`, units: steps });
}

/** What programs of a lesson do besides, which takes longer. */
function exercises(steps: number): ProgramSource[] {
  const loop = loopOf(steps);
  return [
    loop(
      'an object of two attributes, made and dropped',
      'class Point:',
      '    def __init__(self, x, y):',
      '        self.x = x',
      '        self.y = y',
      'def work(n):',
      '    for i in range(n):',
      '        Point(i, i)',
      `work(${steps})`,
    ),
    loop(
      'a built-in function called',
      'def work(n):',
      '    for i in range(n):',
      '        isinstance(i, int)',
      `work(${steps})`,
    ),
    loop(
      'a str that grows by a character',
      'def work(n):',
      '    text = ""',
      '    for i in range(n):',
      '        text += "x"',
      `work(${steps})`,
    ),
    loop(
      'an exception raised and caught',
      'def work(n):',
      '    for i in range(n):',
      '        try:',
      '            raise ValueError(i)',
      '        except ValueError:',
      '            pass',
      `work(${steps})`,
    ),
  ];
}

function loops(steps: number): ProgramSource[] {
  const loop = loopOf(steps);
  return [
    loop('while i < n: i += 1, module', 'i = 0', `while i < ${steps}:`, '    i += 1'),
    loop(
      'while i < n: i += 1, function',
      'def count(n):',
      '    i = 0',
      '    while i < n:',
      '        i += 1',
      `count(${steps})`,
    ),
    loop(
      'for over range, arithmetic',
      'def work(n):',
      '    total = 0',
      '    for i in range(n):',
      '        total = (total * 3 + i) % 1000003',
      `work(${steps})`,
    ),
    loop(
      'for over range, floats',
      'def work(n):',
      '    x = 0.5',
      '    for i in range(n):',
      '        x = x * 0.5 + i',
      `work(${steps})`,
    ),
    loop(
      'call of a function',
      'def add(a, b):',
      '    return a + b',
      'def work(n):',
      '    total = 0',
      '    for i in range(n):',
      '        total = add(total, 1)',
      `work(${steps})`,
    ),
    loop(
      'attribute read and stored, method called',
      'class Counter:',
      '    def __init__(self):',
      '        self.value = 0',
      '    def step(self):',
      '        self.value = self.value + 1',
      'def work(n):',
      '    counter = Counter()',
      '    for i in range(n):',
      '        counter.step()',
      `work(${steps})`,
    ),
    loop(
      'list append and read',
      'def work(n):',
      '    kept = []',
      '    for i in range(n):',
      '        kept.append(i & 7)',
      '    total = 0',
      '    for item in kept:',
      '        total += item',
      `work(${steps})`,
    ),
  ];
}

function tree(nodes: number): ProgramSource {
  const depth = Math.round(Math.log2(nodes));
  const lines = [
    'class Node:',
    '    def __init__(self, left, right):',
    '        self.left = left',
    '        self.right = right',
    'def build(depth):',
    '    if depth == 0:',
    '        return None',
    '    return Node(build(depth - 1), build(depth - 1))',
    `root = build(${depth})`,
    'del root',
  ];
  return {
    name: `a tree of ${(2 ** depth - 1).toLocaleString('en-US')} nodes, built and dropped`,
    source: `${lines.join('\n')}\n`,
    units: 2 ** depth - 1,
  };
}
