/**
 * What functions of C keep of their first call with keywords: a tuple of the names, made by the parser of their arguments
 * (getargs.c:parser_init; from 3.12 on nearly all of them have theirs from the start).
 */
import type { Interpreter } from './interpreter.ts';

/** Functions that share a parser with another one. */
const SAME_PARSER: { readonly [name: string]: string } = { sorted: 'list.sort' };

const kept = new WeakMap<Interpreter, Set<string>>();

/** The function is being called with keywords. */
export function keepKeywords(vm: Interpreter, name: string): void {
  const parser = SAME_PARSER[name] ?? name;
  const count = vm.rules.keywordsKept[parser];
  if (count === undefined) return;
  const known = kept.get(vm) ?? new Set<string>();
  kept.set(vm, known);
  if (known.has(parser)) return;
  known.add(parser);
  vm.newTuple(Array.from({ length: count }, () => vm.process.none));
}
