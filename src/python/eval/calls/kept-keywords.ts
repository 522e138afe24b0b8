/**
 * What functions of C keep of their first call with keywords: a tuple of the names, made by the parser of their arguments
 * (getargs.c:parser_init; from 3.12 on nearly all of them have theirs from the start).
 */
import type { Interpreter } from '../interpreter.ts';

/** Modules whose import in CPython compiles regular expressions, whose sets of characters are sorted by key (sre_compile, tokenize). */
const SORTING = new Set(['dataclasses', 'linecache', 'string', 'traceback', 'tracemalloc']);

const kept = new WeakMap<Interpreter, Set<string>>();

function known(vm: Interpreter): Set<string> {
  const found = kept.get(vm) ?? new Set<string>();
  kept.set(vm, found);
  return found;
}

/** The function is being called with keywords. */
export function keepKeywords(vm: Interpreter, name: string): void {
  const count = vm.rules.keywordsKept[name];
  if (count === undefined || known(vm).has(name)) return;
  known(vm).add(name);
  vm.newTuple(Array.from({ length: count }, () => vm.process.none));
}

/** A module is being imported whose own calls have kept names already, which lie outside of what a program sees. */
export function keptByImport(vm: Interpreter, module: string): void {
  if (SORTING.has(module)) known(vm).add('list.sort');
}
