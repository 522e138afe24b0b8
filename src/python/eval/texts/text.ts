/**
 * repr(), str(), ascii(), format(): built-in texts here or by a `__repr__` of the class (object.c:PyObject_Repr, PyObject_Str, PyObject_Format).
 * Containers that hold themselves print `...`; classes with a repr of their own in TypeScript put it under `__repr__`.
 */

import { KIND } from '../../../heap/index.ts';
import {
  atomRepr,
  bytearrayRepr,
  bytesRepr,
  complexes,
  floatTexts,
  intTexts,
  PythonRaise,
  strReprs,
} from '../../../objects/index.ts';
import { specialFrame, specialSteps } from '../calls/call-steps.ts';
import type { Steps } from '../calls/waiting.ts';
import type { PyType } from '../classes/class-table.ts';
import { attributeDescriptorText, methodDescriptorText } from '../classes/descriptor-text.ts';
import { isExceptionClass } from '../exceptions/raise.ts';
import type { Interpreter } from '../interpreter.ts';
import {
  builtinRepr,
  functionRepr,
  methodRepr,
  moduleText,
  objectRepr,
  wrapperRepr,
} from './callable-repr.ts';
import { containerRepr, isPlainContainer } from './container-repr.ts';
import { baseExceptionStr, exceptionMethod, exceptionRepr, exceptionText } from './exception-text.ts';
import { holdsOthers, nestedRepr, nestedSteps, printingList } from './nested-repr.ts';
import { isTracing, newFloatText, newIntText } from './text-writer.ts';

/** `asked`: what was asked for; object's own `__str__` answers what the method `__repr__` does, unseen (object_str). */
export function reprOf(vm: Interpreter, ref: number, asked = '__repr__'): string {
  const type = vm.classes.of(ref);
  return type.dict === 0 ? nativeRepr(vm, ref, type) : vm.finish(reprSteps(vm, ref, asked));
}

/** The same in steps. */
export function* reprSteps(vm: Interpreter, ref: number, asked = '__repr__'): Steps<string> {
  const type = vm.classes.of(ref);
  const own = type.dict === 0 ? 0 : vm.overrideIn(type, '__repr__');
  if (own !== 0) return textFrom(vm, yield* special(vm, own, ref, 'REPR'), asked);
  if (isTracing(vm) || !isPlainContainer(type))
    return vm.lines.watched && holdsOthers(type)
      ? yield* nestedSteps(vm, ref, type)
      : nativeRepr(vm, ref, type);
  vm.heap.collector.check();
  vm.nativeDepth.check('REPR');
  return yield* containerSteps(vm, ref);
}

export function containerSteps(vm: Interpreter, ref: number): Steps<string> {
  return containerRepr(vm, ref, {
    asks: (item) => asksForText(vm, item),
    shown: (item) => reprOf(vm, item),
    steps: (item) => reprSteps(vm, item),
    noted: () => printingList(vm),
  });
}

/** Is a method of the program's asked for its text, or for that of what it may hold? */
export function asksForText(vm: Interpreter, ref: number): boolean {
  const type = vm.classes.of(ref);
  return type.dict !== 0 || showsInSteps(vm, type);
}

/** A container whose items are shown in steps; sets and subclasses only where somebody watches lines. */
function showsInSteps(vm: Interpreter, type: PyType): boolean {
  return isPlainContainer(type) || (vm.lines.watched && holdsOthers(type));
}

/** A method in Python code, called by PyObject_Repr or PyObject_Str; as in both, a waiting collection runs first (PyErr_CheckSignals, 3.12). */
function* special(vm: Interpreter, method: number, self: number, what: 'REPR' | 'STR'): Steps {
  vm.heap.collector.check();
  vm.nativeDepth.enter(what);
  try {
    const frame = specialFrame(vm, method, self);
    return frame === null ? yield* specialSteps(vm, method, self) : yield frame;
  } finally {
    vm.nativeDepth.leave();
  }
}

export function textFrom(vm: Interpreter, answer: number, what: string): string {
  return vm.guard(answer, () => {
    if (vm.isStr(answer)) return vm.text(answer);
    throw new PythonRaise('TypeError', `${what} returned non-string (type ${vm.typeName(answer)})`);
  });
}

export function strOf(vm: Interpreter, ref: number): string {
  const type = vm.classes.of(ref);
  const info = type.native.info;
  if (type.dict === 0 && info === vm.process.types.atoms.str) return vm.text(ref);
  vm.nativeDepth.check('STR');
  if (type.dict !== 0) {
    const own = vm.overrideIn(type, '__str__');
    if (own !== 0) return textFrom(vm, vm.finish(special(vm, own, ref, 'STR')), '__str__');
    if (info === vm.process.types.atoms.str) return vm.text(ref);
  }
  if (isExceptionClass(vm, type)) return exceptionText(vm, ref, type);
  if (type.native.name !== 'object') {
    const native = vm.classes.lookup(type.native, '__str__');
    if (native !== 0 && native !== vm.classes.lookup(vm.classes.named('object'), '__str__')) {
      return textFrom(vm, vm.callSpecial(native, ref), '__str__');
    }
  }
  return reprOf(vm, ref, '__str__');
}

/** strOf in steps. */
export function* strTextSteps(vm: Interpreter, ref: number): Steps<string> {
  const type = vm.classes.of(ref);
  const own = type.dict === 0 ? 0 : vm.overrideIn(type, '__str__');
  const isContainer = showsInSteps(vm, type);
  const byRepr = isContainer || type.native.name === 'object';
  if (own === 0 && (type.dict === 0 ? !isContainer : !byRepr)) return strOf(vm, ref);
  vm.nativeDepth.check('STR');
  if (own === 0) return yield* reprSteps(vm, ref, '__str__');
  return textFrom(vm, yield* special(vm, own, ref, 'STR'), '__str__');
}

/** PyObject_Str as an object: what `__str__` returned, the interned name of a truth value, or a new str. */
export function strObject(vm: Interpreter, ref: number): number {
  return asksForText(vm, ref) ? vm.finish(strSteps(vm, ref)) : builtinStr(vm, ref);
}

/** The same in steps, of what `asksForText`. */
export function* strSteps(vm: Interpreter, ref: number): Steps {
  const type = vm.classes.of(ref);
  const own = type.dict === 0 ? 0 : vm.overrideIn(type, '__str__');
  const isContainer = showsInSteps(vm, type);
  if (own === 0 && !isContainer && type.native.name !== 'object') return builtinStr(vm, ref);
  vm.heap.collector.check();
  if (own !== 0) return strAnswer(vm, yield* special(vm, own, ref, 'STR'), '__str__');
  vm.nativeDepth.check('STR');
  return yield* reprObjectSteps(vm, ref, '__str__');
}

/** What the built-in class says, as `__str__` of the program's classes is not asked. */
function builtinStr(vm: Interpreter, ref: number): number {
  vm.heap.collector.check();
  const type = vm.classes.of(ref);
  const { atoms } = vm.process.types;
  if (type.dict === 0 && type.native.info === atoms.str) return vm.own(ref);
  vm.nativeDepth.check('STR');
  const { info } = type.native;
  if (
    type.native.name === 'object' ||
    info === atoms.int ||
    info === atoms.bool ||
    info === vm.process.types.float
  )
    return reprObject(vm, ref, '__str__');
  if (!isExceptionClass(vm, type)) return vm.newStr(strOf(vm, ref));
  const native = exceptionMethod(vm, type);
  return native === 0 ? baseExceptionStr(vm, ref) : strAnswer(vm, vm.callSpecial(native, ref), '__str__');
}

/** PyObject_Repr as an object. */
export function reprObject(vm: Interpreter, ref: number, asked = '__repr__'): number {
  return asksForText(vm, ref) ? vm.finish(reprObjectSteps(vm, ref, asked)) : builtinReprObject(vm, ref);
}

/** The same in steps, of what `asksForText`. */
export function* reprObjectSteps(vm: Interpreter, ref: number, asked = '__repr__'): Steps {
  const type = vm.classes.of(ref);
  const own = type.dict === 0 ? 0 : vm.overrideIn(type, '__repr__');
  if (own !== 0) return strAnswer(vm, yield* special(vm, own, ref, 'REPR'), asked);
  return showsInSteps(vm, type) ? vm.newStr(yield* reprSteps(vm, ref, asked)) : builtinReprObject(vm, ref);
}

function builtinReprObject(vm: Interpreter, ref: number): number {
  const type = vm.classes.of(ref);
  const { atoms } = vm.process.types;
  const text = nativeRepr(vm, ref, type);
  const { info } = type.native;
  if (info === atoms.bool) return vm.name(text);
  if (info === atoms.int) return newIntText(vm, vm.int(ref), text);
  return info === vm.process.types.float ? newFloatText(vm, text) : vm.newStr(text);
}

function strAnswer(vm: Interpreter, answer: number, what: string): number {
  if (vm.isStr(answer)) return answer;
  const type = vm.typeName(answer);
  vm.decref(answer);
  throw new PythonRaise('TypeError', `${what} returned non-string (type ${type})`);
}

export function intRules(vm: Interpreter): intTexts.IntTextRules {
  return { digitLimit: vm.intDigitLimit, profile: vm.process.values, work: (nbytes) => vm.goThrough(nbytes) };
}

function nativeRepr(vm: Interpreter, ref: number, type: PyType): string {
  vm.heap.collector.check();
  vm.nativeDepth.check('REPR');
  const { atoms, float } = vm.process.types;
  const info = type.native.info;
  switch (info) {
    case atoms.int:
      return intTexts.intRepr(vm.int(ref), intRules(vm));
    case atoms.str:
      return strReprs.strRepr(vm.text(ref), vm.process.values);
    case float:
      return floatTexts.floatRepr(vm.heap.number(ref));
    case atoms.complex:
      return complexes.complexRepr(vm.heap.payload(ref) as complexes.Complex);
    case atoms.bytes:
      return bytesRepr(vm.bytes(ref));
    case vm.process.types.bytearray:
      return `${type.name}(${bytearrayRepr(vm.bytearrayBytes(ref))})`;
    default:
  }
  switch (info.kind) {
    case KIND.LIST:
    case KIND.TUPLE:
    case KIND.DICT:
    case KIND.SET:
      return nestedRepr(vm, ref, type);
    default:
  }
  return atomRepr(vm.process, ref) ?? otherRepr(vm, ref, type);
}

export function addressText(vm: Interpreter, ref: number): string {
  return `0x${vm.process.addressOf(ref).toString(16)}`;
}

export function qualifiedName(type: PyType): string {
  return type.module === 'builtins' ? type.qualname : `${type.module}.${type.qualname}`;
}

function otherRepr(vm: Interpreter, ref: number, type: PyType): string {
  const asClass = vm.classes.forObject(ref);
  if (asClass !== undefined) return `<class '${qualifiedName(asClass)}'>`;
  if (isExceptionClass(vm, type)) return exceptionRepr(vm, ref, type);
  switch (type.native.name) {
    case 'function':
      return functionRepr(vm, ref);
    case 'method':
      return methodRepr(vm, ref);
    case 'builtin_function_or_method':
      return builtinRepr(vm, ref);
    case 'method-wrapper':
      return wrapperRepr(vm, ref);
    case 'method_descriptor':
    case 'wrapper_descriptor':
    case 'classmethod_descriptor':
      return methodDescriptorText(vm, ref);
    case 'getset_descriptor':
      return attributeDescriptorText(vm, ref, 'attribute');
    case 'member_descriptor':
      return attributeDescriptorText(vm, ref, 'member');
    case 'code': {
      const { code } = vm.codes.ofObject(ref);
      return `<code object ${code.name} at ${addressText(vm, ref)}, file "${code.filename}", line ${code.firstLine}>`;
    }
    case 'generator':
      return `<generator object ${vm.generatorName(ref)} at ${addressText(vm, ref)}>`;
    case 'module':
      return moduleText(vm, ref);
    case 'range': {
      const [start, stop, step] = [0, 1, 2].map((at) => reprOf(vm, vm.field(ref, at)));
      return step === '1' ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`;
    }
    case 'slice':
      return `slice(${[0, 1, 2].map((at) => reprOf(vm, vm.field(ref, at))).join(', ')})`;
    default:
      return generalRepr(vm, ref, type);
  }
}

function generalRepr(vm: Interpreter, ref: number, type: PyType): string {
  const native = vm.classes.lookup(type.native, '__repr__');
  if (native !== 0 && native !== vm.classes.lookup(vm.classes.named('object'), '__repr__')) {
    return textFrom(vm, vm.callSpecial(native, ref), '__repr__');
  }
  return objectRepr(vm, ref);
}
