/**
 * What functions of C keep of their first call with keywords: a tuple of the names, made by the parser of their arguments
 * (getargs.c:parser_init; from 3.12 on nearly all of them have theirs from the start).
 */
import type { Interpreter } from './interpreter.ts';

const kept = new WeakMap<Interpreter, Set<string>>();

/** The function is being called with keywords. */
export function keepKeywords(vm: Interpreter, name: string): void {
  const count = vm.rules.keywordsKept[name];
  if (count === undefined) return;
  const known = kept.get(vm) ?? new Set<string>();
  kept.set(vm, known);
  if (known.has(name)) return;
  known.add(name);
  vm.newTuple(Array.from({ length: count }, () => vm.process.none));
}
