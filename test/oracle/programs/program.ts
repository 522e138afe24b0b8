/**
 * A random program: some ideas, one after another, then what is left at the end. Every program collects first, so that what
 * the interpreter's own start left in the youngest generation is not part of what is compared.
 */
import { Random } from '../random.ts';
import { descriptor, hierarchy, plainClass } from './classes.ts';
import { garbage, weak } from './cycles.ts';
import { exits, failures } from './failures.ts';
import { closure, globals, plainFunction, recursion } from './functions.ts';
import { contexts, generator } from './generators.ts';
import { match } from './matching.ts';
import { probe } from './probes.ts';
import { statements } from './statements.ts';
import { importsOf, library, protocols } from './subjects.ts';
import { Writer } from './writer.ts';

export interface RandomProgram {
  readonly name: string;
  readonly source: string;
}

const IDEAS = {
  ordinary: (w: Writer) => statements(w, w.random.between(4, 12), 2),
  function: plainFunction,
  closure,
  recursion,
  globals,
  class: plainClass,
  hierarchy,
  descriptor,
  generator,
  contexts,
  failures,
  exits,
  garbage,
  weak,
  match,
  library,
  protocols,
} as const;

type Idea = keyof typeof IDEAS;

const WEIGHTS: Readonly<Record<Idea, number>> = {
  ordinary: 8,
  function: 4,
  closure: 2,
  recursion: 1,
  globals: 1,
  class: 4,
  hierarchy: 2,
  descriptor: 1,
  generator: 3,
  contexts: 2,
  failures: 3,
  exits: 1,
  garbage: 4,
  weak: 2,
  match: 1,
  library: 5,
  protocols: 5,
};

/** `match` is a word of the language from 3.10 on. */
export function randomProgram(seed: number, index: number, minor: number): RandomProgram {
  const w = new Writer(new Random(seed, index));
  for (let left = w.random.between(1, 4); left > 0; left--) {
    const idea = w.random.weighted(WEIGHTS);
    if (idea === 'match' && minor < 10) continue;
    IDEAS[idea](w, minor);
    for (let probes = w.random.between(0, 2); probes > 0; probes--) probe(w);
  }
  w.line('print(gc.get_count())\nprint(gc.collect())');
  const body = w.lines.join('\n');
  const source = `import gc\nimport sys\n${importsOf(body)}gc.collect()\n${body}\n`;
  return { name: `${seed}/${index}`, source };
}
