/**
 * fnmatch: names are matched here, without a regular expression. What compiling one for a pattern that is new leaves in the free lists is
 * made and dropped in its place: a pair for each character (sre_parse's LITERAL), and a few lists and dicts.
 */
import type { Interpreter } from '../eval/interpreter.ts';
import { native } from '../eval/native.ts';
import { FNMATCH_SOURCE } from '../lib/fnmatch.ts';
import { library } from './library.ts';

const OTHER_PAIRS = 4;
const LISTS = 8;

/** Compiled patterns of each interpreter (_compile_pattern's cache). */
const compiled = new WeakMap<Interpreter, Set<string>>();

function compile(vm: Interpreter, pattern: string): void {
  const known = compiled.get(vm) ?? new Set<string>();
  compiled.set(vm, known);
  if (known.has(pattern)) return;
  known.add(pattern);
  const none = vm.process.none;
  const times = (count: number, make: () => number): number[] => Array.from({ length: count }, make);
  vm.dropAll([
    ...times(Array.from(pattern).length + OTHER_PAIRS, () => vm.newTuple([none, none])),
    ...times(LISTS, () => vm.newList()),
    ...times(vm.rules.compiledDicts, () => vm.newDict()),
  ]);
}

/** Where the class that begins before `at` ends: at its bracket, or at the end where it has none. */
function classEnd(pattern: readonly string[], at: number): number {
  let end = at;
  if (pattern[end] === '!') end++;
  if (pattern[end] === ']') end++;
  while (end < pattern.length && pattern[end] !== ']') end++;
  return end;
}

function isInClass(char: string, given: readonly string[]): boolean {
  const negated = given[0] === '!';
  const chars = negated ? given.slice(1) : given;
  let found = false;
  for (let at = 0; at < chars.length; ) {
    const low = chars[at] as string;
    const high = chars[at + 2];
    const isRange = high !== undefined && chars[at + 1] === '-';
    found ||= isRange ? low <= char && char <= high : low === char;
    at += isRange ? 3 : 1;
  }
  return found !== negated;
}

/** Characters of the pattern that match this one; 0: none. */
function stepAt(pattern: readonly string[], at: number, char: string): number {
  const wanted = pattern[at];
  if (wanted !== '[') return wanted === '?' || wanted === char ? 1 : 0;
  const end = classEnd(pattern, at + 1);
  if (end >= pattern.length) return char === '[' ? 1 : 0;
  return isInClass(char, pattern.slice(at + 1, end)) ? end - at + 1 : 0;
}

function matches(name: readonly string[], pattern: readonly string[]): boolean {
  let [at, next] = [0, 0];
  let [star, mark] = [-1, 0];
  while (at < name.length) {
    if (pattern[next] === '*') {
      star = next++;
      mark = at;
      continue;
    }
    const step = next < pattern.length ? stepAt(pattern, next, name[at] as string) : 0;
    if (step > 0) {
      next += step;
      at++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++mark;
    } else return false;
  }
  while (pattern[next] === '*') next++;
  return next === pattern.length;
}

export const FNMATCH = library('fnmatch', FNMATCH_SOURCE, {
  functions: {
    _matches: native(
      (vm, [name = 0, pattern = 0]) => {
        const text = vm.text(pattern);
        compile(vm, text);
        return vm.bool(matches(Array.from(vm.text(name)), Array.from(text)));
      },
      { args: [2, 2] },
    ),
  },
});
