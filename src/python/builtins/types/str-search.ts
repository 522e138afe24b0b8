/** str.find and its kin, count, startswith, and the questions isalpha ... (unicodeobject.c). */
import { PythonRaise, points, strClasses, strFinds, type ValueProfile } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { directNative, type NativeDefinition, native } from '../../eval/native.ts';
import { newSizedInt } from '../allocate.ts';
import { bounds, packedUpTo } from '../arguments.ts';

type Args = readonly number[];
type Find = (text: string, sub: string, range: strFinds.Range) => number;

/** The methods were METH_VARARGS up to 3.12. */
const LAST_PACKING = 12;

function rangeOf(
  vm: Interpreter,
  text: string,
  start: number | undefined,
  end: number | undefined,
): strFinds.Range {
  const [from, to] = bounds(vm, start, end);
  return strFinds.adjustRange(points.codePointLength(text), from, to);
}

function searched(vm: Interpreter, name: string, [self = 0, sub = 0, start, end]: Args, find: Find): number {
  const text = vm.text(self);
  // From 3.13 on Argument Clinic reads the arguments one after another; before, the text was looked at last.
  const range = vm.rules.searchesReadInOrder ? null : rangeOf(vm, text, start, end);
  if (!vm.isStr(sub)) throw new PythonRaise('TypeError', vm.words.searchArgument(name, vm.typeName(sub)));
  return find(text, vm.text(sub), range ?? rangeOf(vm, text, start, end));
}

const search = (name: string, find: Find): NativeDefinition =>
  native(
    packedUpTo(LAST_PACKING, (vm, args) => newSizedInt(vm, searched(vm, name, args, find))),
    { args: [1, 3], parsesUpTo: LAST_PACKING },
  );

const place = (name: string, find: Find): NativeDefinition =>
  native(
    packedUpTo(LAST_PACKING, (vm, args) => {
      const at = searched(vm, name, args, find);
      if (at < 0) throw new PythonRaise('ValueError', 'substring not found');
      return newSizedInt(vm, at);
    }),
    { args: [1, 3], parsesUpTo: LAST_PACKING },
  );

/** startswith, endswith: of one text or of any in a tuple. */
function tail(
  name: string,
  matches: (text: string, part: string, range: strFinds.Range) => boolean,
): NativeDefinition {
  const call = (vm: Interpreter, [self = 0, part = 0, start, end]: Args): number => {
    const text = vm.text(self);
    const range = rangeOf(vm, text, start, end);
    const parts = vm.isTuple(part) ? vm.items(part) : [part];
    for (const one of parts) {
      if (!vm.isStr(one)) throw new PythonRaise('TypeError', badPart(vm, name, one, vm.isTuple(part)));
      if (matches(text, vm.text(one), range)) return vm.bool(true);
    }
    return vm.bool(false);
  };
  return native(packedUpTo(LAST_PACKING, call), { args: [1, 3], parsesUpTo: LAST_PACKING });
}

function badPart(vm: Interpreter, name: string, part: number, inTuple: boolean): string {
  if (inTuple) return `tuple for ${name} must only contain str, not ${vm.typeName(part)}`;
  return `${name} first arg must be str or a tuple of str, not ${vm.typeName(part)}`;
}

const ask = (question: (text: string, profile: ValueProfile) => boolean): NativeDefinition =>
  directNative((vm, self) => vm.bool(question(vm.text(self), vm.process.values)));

export const STR_SEARCH: Readonly<Record<string, NativeDefinition>> = {
  find: search('find', strFinds.strFind),
  rfind: search('rfind', strFinds.strFindLast),
  index: place('index', strFinds.strFind),
  rindex: place('rindex', strFinds.strFindLast),
  count: search('count', strFinds.strCount),
  startswith: tail('startswith', strFinds.strStartsWith),
  endswith: tail('endswith', strFinds.strEndsWith),
  isalpha: ask(strClasses.strIsAlpha),
  isalnum: ask(strClasses.strIsAlnum),
  isdecimal: ask(strClasses.strIsDecimal),
  isdigit: ask(strClasses.strIsDigit),
  isnumeric: ask(strClasses.strIsNumeric),
  isspace: ask(strClasses.strIsSpace),
  isprintable: ask(strClasses.strIsPrintable),
  isascii: ask(strClasses.strIsAscii),
  isidentifier: ask(strClasses.strIsIdentifier),
  isupper: ask(strClasses.strIsUpper),
  islower: ask(strClasses.strIsLower),
  istitle: ask(strClasses.strIsTitle),
};
