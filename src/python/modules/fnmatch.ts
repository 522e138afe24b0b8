/**
 * fnmatch: names are matched here, without a regular expression, but a pattern that is new is compiled as far as memory shows it: the
 * expression is an object as large as its code (_sre.c, `PatternObject`), and what the compiler takes meanwhile is made and dropped: a
 * pair for each character (sre_parse's LITERAL), and a few lists and dicts.
 */
import { GC_HEAD_BYTES } from '../../heap/index.ts';
import { dicts } from '../../objects/index.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { native } from '../eval/native.ts';
import { FNMATCH_SOURCE } from '../lib/fnmatch.ts';
import { classValue, type ModuleType, moduleType } from './define-type.ts';
import { LRU_CACHE } from './functools/lru-cache.ts';
import { library } from './library.ts';

const OTHER_PAIRS = 4;
const LISTS = 8;
/** Fields of a pattern: the expression, its groups by name, names of its groups, and what it was translated from. */
const GLOB = 3;
/** Without the code. */
const PATTERN_BYTES = 96;
const CODE_BYTES = 4;

/** `sizeof(PyBytesObject)` without padding. */
const BYTES_HEAD = 33;

/** Interpreters that have compiled an expression. */
const compilers = new WeakSet<Interpreter>();

const PATTERN: ModuleType = {
  name: 'Pattern',
  module: 're',
  heapSince: 10,
  traits: (vm) => ({ gc: vm.minor >= 10 }),
  methods: {
    match: native(
      (vm, [self = 0, name = 0]) => {
        const [text, glob] = [name, vm.field(self, GLOB)].map((one) => Array.from(vm.text(one)));
        return matches(text ?? [], glob ?? []) ? vm.bool(true) : vm.none();
      },
      { args: [1, 1], holdsClass: true },
    ),
  },
};

/** A compiled expression, and before it what was there while it was compiled. */
function compile(vm: Interpreter, expression: number, glob: number): number {
  const { none } = vm.process;
  const pattern = Array.from(vm.text(glob));
  const times = (count: number, make: () => number): number[] => Array.from({ length: count }, make);
  const groups = vm.newDict();
  vm.dropAll([
    ...times(pattern.length + OTHER_PAIRS, () => vm.newTuple([none, none])),
    vm.newTuple([none, none, none, none]),
    ...times(LISTS, () => vm.newList()),
    ...times(vm.rules.compiledDicts, () => vm.newDict()),
  ]);
  const { info } = moduleType(vm, PATTERN);
  const bytes = PATTERN_BYTES + CODE_BYTES * codeLength(pattern) + (info.gc ? GC_HEAD_BYTES : 0);
  return vm.newFields(info, bytes, [
    vm.own(expression),
    groups,
    vm.newTuple([none]),
    vm.own(glob),
    ...framesKept(vm),
  ]);
}

/** Up to 3.10 a function keeps its last frame: those of sre_parse and sre_compile that no import has called, once. Bytes stand for them. */
function framesKept(vm: Interpreter): number[] {
  if (compilers.has(vm)) return [];
  compilers.add(vm);
  return vm.rules.compilerFrames.map((bytes) => vm.newBytes(new Uint8Array(bytes - BYTES_HEAD)));
}

/**
 * Words of the code (sre_compile.py): a description, which has the characters that a match begins with and their overlaps; two for each
 * character or `?`; a repetition of anything, and what matches the end.
 */
function codeLength(pattern: readonly string[]): number {
  const first = pattern.findIndex((char) => '*?['.includes(char));
  const prefix = first < 0 ? pattern.length : first;
  const stars = pattern.filter((char, at) => char === '*' && pattern[at - 1] !== '*').length;
  const description = 5 + (prefix > 0 ? 2 + 2 * prefix : 0);
  return description + 2 * (pattern.length - stars) + 6 * stars + 3;
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
    _compile: native(
      (vm, [cache = 0, expression = 0, glob = 0]) => {
        const made = compile(vm, expression, glob);
        const key = vm.newTuple([vm.classes.of(expression).ref, expression, vm.process.smallInt(0)]);
        dicts.dictSet(vm.process, cache, key, made);
        vm.decref(key);
        return made;
      },
      { args: [3, 3] },
    ),
  },
  values: {
    _lru_cache_wrapper: classValue(LRU_CACHE),
    _most: (vm) => vm.newInt(vm.rules.patternsKept),
    _known: (vm) => vm.newInt(vm.rules.expressionsAtStart),
  },
});
