/** Methods of str that give another str: case, padding, stripping, replacing, translating. An exact str that does not change is itself. */
import {
  PythonRaise,
  points,
  strCases,
  strFinds,
  strings,
  strPads,
  strSplits,
  strTranslations,
  type ValueProfile,
} from '../../../objects/index.ts';
import { wrongKeyword } from '../../eval/calls/native-arguments.ts';
import { whatCSees } from '../../eval/exceptions/raise.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { directNative, type Keywords, type NativeDefinition, native } from '../../eval/native.ts';
import { during } from '../../eval/texts/text-writer.ts';
import { clinicInt, clinicSize, sizeOr, strArgument } from '../arguments.ts';

type Args = readonly number[];

const UCS4_BYTES = 4;

/** The text as a str: self when it is exact and nothing changed (unicode_result_unchanged). */
function result(vm: Interpreter, self: number, text: string): number {
  const same = text === vm.text(self) && vm.heap.typeOf(self) === vm.process.types.atoms.str;
  return same ? vm.own(self) : vm.newStr(text);
}

/** The same for methods that fill a new str themselves: one character is not shared. */
function freshResult(vm: Interpreter, self: number, text: string): number {
  const same = text === vm.text(self) && vm.heap.typeOf(self) === vm.process.types.atoms.str;
  return same ? vm.own(self) : vm.newFreshStr(text);
}

/** Case methods always make a new str, and put it together with room for three characters each (unicodeobject.c:case_operation). */
function cased(
  change: (text: string, profile: ValueProfile) => string,
  trait: { readonly asciiAtOnce?: boolean } = {},
): NativeDefinition {
  return directNative((vm, self) => {
    const text = vm.text(self);
    const { kind, length } = strings.strShape(text);
    const make = () => vm.newFreshStr(change(text, vm.process.values));
    if (text === '' || (kind === 'ascii' && trait.asciiAtOnce === true)) return make();
    return during(vm, 3 * UCS4_BYTES * length, make);
  });
}

function padded(pad: (text: string, width: number, fill: string) => string): NativeDefinition {
  const call = (vm: Interpreter, [self = 0, width = 0, fill]: Args): number => {
    const columns = clinicSize(vm, width);
    vm.roomFor(columns);
    return freshResult(
      vm,
      self,
      pad(vm.text(self), columns, fill === undefined ? ' ' : fillCharacter(vm, fill)),
    );
  };
  return native(call, { args: [1, 2] });
}

function fillCharacter(vm: Interpreter, fill: number): string {
  if (!vm.isStr(fill))
    throw new PythonRaise(
      'TypeError',
      `The fill character must be a unicode character, not ${vm.typeName(fill)}`,
    );
  const text = vm.text(fill);
  if (points.codePointLength(text) !== 1)
    throw new PythonRaise('TypeError', 'The fill character must be exactly one character long');
  return text;
}

function strip(name: string, sides: strSplits.StripSides): NativeDefinition {
  const call = (vm: Interpreter, self: number, characters: number): number => {
    const text = vm.text(self);
    if (characters === 0 || vm.isNone(characters))
      return result(vm, self, strSplits.stripSpace(text, sides, strSplits.STR_RULES));
    if (!vm.isStr(characters)) throw new PythonRaise('TypeError', `${name} arg must be None or str`);
    return result(vm, self, strSplits.stripCharacters(text, vm.text(characters), sides));
  };
  return directNative(call, { args: [0, 1] });
}

/** From 3.13 on the count has a name, and another parser looks at the arguments (_PyArg_UnpackKeywords). */
function replaceArguments(vm: Interpreter, args: Args, keywords: Keywords): Args {
  const given = args.length - 1;
  const called = vm.rules.callErrorsQualify ? 'str.replace' : 'replace';
  if (!vm.rules.replaceNamesCount) {
    if (keywords.size > 0) throw vm.typeError(`${called}() takes no keyword arguments`);
    if (given >= 2 && given <= 3) return args;
    throw vm.typeError(`replace expected ${given < 2 ? 'at least 2' : 'at most 3'} arguments, got ${given}`);
  }
  const all = given + keywords.size;
  if (all > 3) throw vm.typeError(`replace() takes at most 3 arguments (${all} given)`);
  if (given < 2) throw vm.typeError(`replace() takes at least 2 positional arguments (${given} given)`);
  for (const key of keywords.keys()) if (key !== 'count') throw wrongKeyword(vm, 'replace', key, ['count']);
  const count = keywords.get('count');
  return count === undefined ? args : [...args, count];
}

function replace(vm: Interpreter, args: Args, keywords: Keywords): number {
  const [self = 0, old = 0, by = 0, count] = replaceArguments(vm, args, keywords);
  const [sought, replacement] = [old, by].map((one, at) =>
    strArgument(vm, one, `replace() argument ${at + 1}`),
  ) as [string, string];
  const text = vm.text(self);
  const times = sizeOr(vm, count, -1);
  if (replacement.length > 1) vm.roomFor((text.length + 1) * replacement.length);
  return freshResult(
    vm,
    self,
    strFinds.strReplace(text, sought, { by: replacement, count: times, profile: vm.process.values }),
  );
}

function expandTabs(vm: Interpreter, [self = 0, size = 0]: Args): number {
  const columns = size === 0 ? 8 : clinicInt(vm, size);
  vm.roomFor(columns * Math.max(1, vm.text(self).split('\t').length - 1));
  return result(vm, self, strPads.strExpandTabs(vm.text(self), columns));
}

function zfill(vm: Interpreter, [self = 0, width = 0]: Args): number {
  const columns = clinicSize(vm, width);
  vm.roomFor(columns);
  return freshResult(vm, self, strPads.strZeroFill(vm.text(self), columns));
}

function removing(name: string, cut: (text: string, part: string) => string): NativeDefinition {
  const call = (vm: Interpreter, [self = 0, part = 0]: Args): number => {
    const cutOff = strArgument(vm, part, `${name}() argument`);
    return result(vm, self, cut(vm.text(self), cutOff));
  };
  return native(call, { args: [1, 1] });
}

/**
 * str.translate: each character's place in the table is asked for (charmaptranslate_lookup). Of an ASCII text each character is asked
 * for once, until one becomes something else than an ASCII character, for which it is asked again (unicode_fast_translate).
 */
function translate(vm: Interpreter, [self = 0, table = 0]: Args): number {
  const text = vm.text(self);
  const known = new Map<number, string>();
  let fast = isAscii(text);
  const translated = points.toCodePoints(text).map((point) => {
    const before = known.get(point);
    if (fast && before !== undefined) return before;
    const found = translatedPoint(vm, table, point);
    if (!fast) return found;
    fast = found.length <= 1 && isAscii(found);
    known.set(point, found);
    return fast ? found : translatedPoint(vm, table, point);
  });
  return text === '' ? vm.own(self) : vm.newStr(translated.join(''));
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function translatedPoint(vm: Interpreter, table: number, point: number): string {
  const key = vm.newInt(point);
  let found: number;
  try {
    found = vm.guard(key, () => vm.getItem(table, key));
  } catch (error) {
    const raised = whatCSees(vm, error);
    if (vm.catches(raised, 'LookupError')) return String.fromCodePoint(point);
    throw raised;
  }
  return vm.guard(found, () => {
    if (vm.isNone(found)) return '';
    if (vm.isStr(found)) return vm.text(found);
    if (!vm.isInt(found))
      throw new PythonRaise('TypeError', 'character mapping must return integer, None or str');
    const to = vm.int(found);
    if (to < 0 || to > 0x10ffff)
      throw new PythonRaise('ValueError', 'character mapping must be in range(0x110000)');
    return points.fromCodePoints([Number(to)]);
  });
}

/** str.maketrans: a dict of numbers, from a dict or from two or three texts. */
function makeTranslation(vm: Interpreter, [x = 0, y, z]: Args): number {
  const table = vm.newDict();
  const put = (point: number, value: number): void => {
    const key = vm.newInt(point);
    vm.guard(key, () => vm.guard(value, () => vm.setItem(table, key, value)));
  };
  try {
    if (y === undefined) fillFromDict(vm, table, x, put);
    else {
      strArgument(vm, y, 'maketrans() argument 2');
      if (z !== undefined) strArgument(vm, z, 'maketrans() argument 3');
      if (!vm.isStr(x))
        throw new PythonRaise(
          'TypeError',
          'first maketrans argument must be a string if there is a second argument',
        );
      const map = strTranslations.makeTranslation(vm.text(x), vm.text(y), z === undefined ? '' : vm.text(z));
      for (const [point, text] of map)
        put(point, text === null ? vm.none() : vm.newInt(text.codePointAt(0) as number));
    }
  } catch (error) {
    vm.decref(table);
    throw error;
  }
  return table;
}

function fillFromDict(
  vm: Interpreter,
  table: number,
  from: number,
  put: (point: number, value: number) => void,
): void {
  if (!vm.isDict(from))
    throw new PythonRaise('TypeError', 'if you give only one argument to maketrans it must be a dict');
  for (const [key, value] of vm.entries(from)) {
    if (vm.isInt(key)) vm.setItem(table, key, value);
    else if (!vm.isStr(key))
      throw new PythonRaise('TypeError', 'keys in translate table must be strings or integers');
    else if (points.codePointLength(vm.text(key)) !== 1)
      throw new PythonRaise('ValueError', 'string keys in translate table must be of length 1');
    else put(vm.text(key).codePointAt(0) as number, vm.own(value));
  }
}

export const MAKETRANS: NativeDefinition = native(makeTranslation, { args: [1, 3] });

export const STR_SHAPE: Readonly<Record<string, NativeDefinition>> = {
  upper: cased(strCases.strUpper, { asciiAtOnce: true }),
  lower: cased(strCases.strLower, { asciiAtOnce: true }),
  casefold: cased(strCases.strCasefold, { asciiAtOnce: true }),
  swapcase: cased(strCases.strSwapcase),
  capitalize: cased(strCases.strCapitalize),
  title: cased(strCases.strTitle),
  ljust: padded(strPads.strLeftJustify),
  rjust: padded(strPads.strRightJustify),
  center: padded(strPads.strCenter),
  zfill: native(zfill, { args: [1, 1] }),
  expandtabs: native(expandTabs, { args: [0, 1], keywords: ['tabsize'] }),
  strip: strip('strip', 'both'),
  lstrip: strip('lstrip', 'left'),
  rstrip: strip('rstrip', 'right'),
  replace: native(replace, { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true }),
  removeprefix: removing('removeprefix', (text, part) =>
    part !== '' && text.startsWith(part) ? text.slice(part.length) : text,
  ),
  removesuffix: removing('removesuffix', (text, part) =>
    part !== '' && text.endsWith(part) ? text.slice(0, -part.length) : text,
  ),
  translate: native(translate, { args: [1, 1] }),
};
