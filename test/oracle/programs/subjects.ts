/**
 * Objects of one kind, and what programs do with them: one of the ways to make it, then a number of uses, of which each may fail.
 * In both `O` stands for the object and `C` for a class of its own; holes are filled as everywhere (writer.ts).
 */
import { probe } from './probes.ts';
import { LIBRARY } from './subjects-library.ts';
import { PROTOCOLS } from './subjects-protocols.ts';
import type { Writer } from './writer.ts';

export interface Subject {
  readonly makes: readonly string[];
  readonly uses: readonly string[];
  /** The first version that has it. */
  readonly since?: number;
}

/** What a program imports before its first collection, if it uses it at all. */
const MODULES: readonly string[] = [
  'weakref',
  'atexit',
  'array',
  'bisect',
  'collections',
  'contextlib',
  'copy',
  'dataclasses',
  'functools',
  'heapq',
  'itertools',
  'operator',
  'tracemalloc',
];

/** What imports a module when it is first called; what an import leaves is not part of what is compared. */
const IMPORTED_LATE: Readonly<Record<string, string>> = {
  atexit: 'weakref.finalize',
  weakref: 'functools.singledispatch',
};

export function importsOf(body: string): string {
  const used = (module: string): boolean =>
    new RegExp(`\\b${module}\\.`).test(body) || body.includes(IMPORTED_LATE[module] ?? `${module}.`);
  return MODULES.filter(used)
    .map((module) => `import ${module}\n`)
    .join('');
}

export const library = (w: Writer, minor: number): void => anyOf(w, LIBRARY, minor);
export const protocols = (w: Writer, minor: number): void => anyOf(w, PROTOCOLS, minor);

function anyOf(w: Writer, subjects: readonly Subject[], minor: number): void {
  const fitting = subjects.filter(({ since = 0 }) => since <= minor);
  const { makes, uses } = w.random.pick(fitting);
  const [name, cls] = [w.fresh('o'), w.fresh('C')];
  const written = (template: string): void =>
    w.line(w.fill(template).replaceAll(/\bO\b/g, name).replaceAll(/\bC\b/g, cls));
  guarded(w, () => written(w.random.pick(makes)));
  for (let left = w.random.between(3, 9); left > 0; left--) {
    guarded(w, () => written(w.random.pick(uses)));
    if (w.random.chance(25)) probe(w);
  }
  if (!w.random.chance(50)) return;
  w.line(`${name} = None`);
  w.line('print(gc.get_count(), gc.collect())');
}

function guarded(w: Writer, body: () => void): void {
  w.block('try:', body);
  w.block('except Exception as exc:', () => w.line('print(type(exc).__name__, exc)'));
}
