/**
 * What can hold other objects, shown with all that CPython makes on the way: sets always (set_repr), lists, tuples and dicts while memory is
 * traced (list_repr, tuplerepr, dict_repr); otherwise these are container-repr.ts's. For who watches lines, the same in steps.
 */
import { KIND } from '../../../heap/index.ts';
import { dicts, lists, sets } from '../../../objects/index.ts';
import { listOfItems } from '../../builtins/types/list-fill.ts';
import { specialSteps } from '../calls/call-steps.ts';
import { ROOM } from '../calls/native-depth.ts';
import { owning, type Steps } from '../calls/waiting.ts';
import type { PyType } from '../classes/class-table.ts';
import type { Interpreter } from '../interpreter.ts';
import { isPlainContainer } from './container-repr.ts';
import { asksForText, containerSteps, reprObject, reprObjectSteps, reprOf, textFrom } from './text.ts';
import { isTracing, passFormatted, type TextWriter, writing, writingSteps } from './text-writer.ts';

/** Is it one of those? */
export function holdsOthers(type: PyType): boolean {
  const { kind } = type.native.info;
  return kind === KIND.LIST || kind === KIND.TUPLE || kind === KIND.DICT || kind === KIND.SET;
}

/** PyObject_Repr of what can hold other objects; while memory is traced, with all that passes in between. */
export function nestedRepr(vm: Interpreter, ref: number, type: PyType): string {
  if (!isTracing(vm) && isPlainContainer(type)) return vm.finish(containerSteps(vm, ref));
  const { kind } = type.native.info;
  vm.nativeDepth.enter('REPR', ROOM.REPR);
  try {
    if (kind === KIND.LIST) return listRepr(vm, ref);
    if (kind === KIND.TUPLE) return nativeTupleRepr(vm, ref, type);
    return kind === KIND.DICT ? dictRepr(vm, ref, type) : setRepr(vm, ref, type);
  } finally {
    vm.nativeDepth.leave(ROOM.REPR);
  }
}

function listRepr(vm: Interpreter, ref: number): string {
  return vm.listSize(ref) === 0 ? '[]' : once(vm, ref, '[...]', () => enclosed(vm, ref, ['[', ']']));
}

function nativeTupleRepr(vm: Interpreter, ref: number, type: PyType): string {
  const own = vm.classes.lookup(type.native, '__repr__');
  if (type.native.name !== 'tuple' && own !== 0) return textFrom(vm, vm.callSpecial(own, ref), '__repr__');
  if (vm.listSize(ref) === 0) return '()';
  return once(vm, ref, '(...)', () => enclosed(vm, ref, ['(', vm.listSize(ref) === 1 ? ',)' : ')']));
}

/** A container inside itself prints `inner` (Py_ReprEnter). */
export function once(vm: Interpreter, ref: number, inner: string, use: () => string): string {
  if (vm.printing.has(ref)) return inner;
  const list = printingList(vm);
  vm.printing.add(ref);
  lists.append(vm.process, list, ref);
  try {
    return use();
  } finally {
    vm.printing.delete(ref);
    lists.removeAt(vm.process, list, lists.listSize(vm.process, list) - 1);
  }
}

/** The list of what is being printed is in the thread's dict from the first time on. */
export function printingList(vm: Interpreter): number {
  if (vm.printingList === 0) {
    vm.threadDict = vm.newDict();
    vm.printingList = vm.newList([]);
    const key = vm.rules.namesAtUse ? vm.newFreshStr('Py_Repr') : vm.name('Py_Repr');
    dicts.dictSet(vm.process, vm.threadDict, key, vm.printingList);
    vm.decref(key);
  }
  return vm.printingList;
}

type Brackets = readonly [open: string, close: string];

/** The items of a list or tuple (list_repr, tuplerepr). */
function enclosed(vm: Interpreter, ref: number, [open, close]: Brackets): string {
  return writing(vm, 3 * vm.listSize(ref) + (close.length > 1 ? 1 : 0), (writer) => {
    const parts: string[] = [];
    writer.write(open);
    for (let at = 0; at < vm.listSize(ref); at++) {
      if (at > 0) writer.write(', ');
      parts.push(vm.guard(vm.own(vm.itemAt(ref, at)), (item) => writtenRepr(vm, writer, item)));
    }
    writer.lastPart();
    writer.write(close);
    return `${open}${parts.join(', ')}${close}`;
  });
}

/** The repr of one item: a str of its own for as long as it takes to write it. */
function writtenRepr(vm: Interpreter, writer: TextWriter, object: number): string {
  if (!isTracing(vm)) return reprOf(vm, object);
  return vm.guard(reprObject(vm, object), (text) => {
    writer.write(vm.text(text));
    return vm.text(text);
  });
}

function dictRepr(vm: Interpreter, ref: number, type: PyType): string {
  const own = vm.classes.lookup(type.native, '__repr__');
  if (type.native.name !== 'dict' && own !== 0) return textFrom(vm, vm.callSpecial(own, ref), '__repr__');
  const size = dicts.dictSize(vm.process, ref);
  return once(vm, ref, '{...}', () => (size === 0 ? '{}' : writtenPairs(vm, ref, size)));
}

function writtenPairs(vm: Interpreter, ref: number, size: number): string {
  return writing(vm, 6 * size, (writer) => {
    writer.write('{');
    const pairs = dicts.dictEntries(vm.process, ref).map(([key, value], at) => {
      if (at > 0) writer.write(', ');
      const name = writtenRepr(vm, writer, key);
      writer.write(': ');
      return `${name}: ${writtenRepr(vm, writer, value)}`;
    });
    writer.lastPart();
    writer.write('}');
    return `{${pairs.join(', ')}}`;
  });
}

/** The repr of a list of the items without its brackets, in a format (set_repr). */
function setRepr(vm: Interpreter, ref: number, type: PyType): string {
  return once(vm, ref, `${type.name}(...)`, () => {
    if (vm.listSize(ref) === 0) return `${type.name}()`;
    const list = listOfItems(vm, ref, sets.setItems(vm.process, ref));
    return inBraces(
      vm,
      type,
      vm.guard(list, () => reprObject(vm, list)),
    );
  });
}

/** @param listed the repr of the list, which is taken over */
function inBraces(vm: Interpreter, type: PyType, listed: number): string {
  const items = vm.guard(listed, () => vm.newStr(vm.text(listed).slice(1, -1)));
  const [open, close] = type.name === 'set' ? ['{', '}'] : [`${type.name}({`, '})'];
  return vm.guard(items, () => {
    passFormatted(vm, close.length === 1 ? '{%U}' : '%s({%U})', [open, vm.text(items), close]);
    return `${open}${vm.text(items)}${close}`;
  });
}

/** reprOf in steps of what `holdsOthers` and has no method of the program's for it. */
export function* nestedSteps(vm: Interpreter, ref: number, type: PyType): Steps<string> {
  vm.heap.collector.check();
  vm.nativeDepth.check('REPR');
  if (!isTracing(vm) && isPlainContainer(type)) return yield* containerSteps(vm, ref);
  const { kind, name } = type.native.info;
  const { counted } = vm.nativeDepth;
  vm.nativeDepth.enter('REPR');
  try {
    const own = kind === KIND.SET ? 0 : vm.classes.lookup(type.native, '__repr__');
    if (own !== 0 && !['list', 'tuple', 'dict'].includes(name) && kind !== KIND.LIST)
      return textFrom(vm, yield* specialSteps(vm, own, ref), '__repr__');
    return yield* contentSteps(vm, ref, type);
  } finally {
    vm.nativeDepth.counted = counted;
  }
}

function contentSteps(vm: Interpreter, ref: number, type: PyType): Steps<string> {
  const { kind } = type.native.info;
  const size = kind === KIND.DICT ? dicts.dictSize(vm.process, ref) : vm.listSize(ref);
  if (kind === KIND.SET) return onceSteps(vm, ref, `${type.name}(...)`, () => setSteps(vm, ref, type));
  if (kind === KIND.DICT) return onceSteps(vm, ref, '{...}', () => pairsSteps(vm, ref, size));
  const brackets: Brackets = kind === KIND.LIST ? ['[', ']'] : ['(', size === 1 ? ',)' : ')'];
  if (size === 0) return textSteps(brackets.join(''));
  return onceSteps(vm, ref, kind === KIND.LIST ? '[...]' : '(...)', () => enclosedSteps(vm, ref, brackets));
}

// oxlint-disable-next-line require-yield -- steps that ask nobody
function* textSteps(text: string): Steps<string> {
  return text;
}

function* onceSteps(vm: Interpreter, ref: number, inner: string, use: () => Steps<string>): Steps<string> {
  if (vm.printing.has(ref)) return inner;
  const list = printingList(vm);
  vm.printing.add(ref);
  lists.append(vm.process, list, ref);
  try {
    return yield* use();
  } finally {
    vm.printing.delete(ref);
    lists.removeAt(vm.process, list, lists.listSize(vm.process, list) - 1);
  }
}

function enclosedSteps(vm: Interpreter, ref: number, [open, close]: Brackets): Steps<string> {
  return writingSteps(vm, 3 * vm.listSize(ref) + (close.length > 1 ? 1 : 0), function* (writer) {
    const parts: string[] = [];
    writer.write(open);
    for (let at = 0; at < vm.listSize(ref); at++) {
      if (at > 0) writer.write(', ');
      const item = vm.own(vm.itemAt(ref, at));
      parts.push(yield* owning(vm, [item], writtenSteps(vm, writer, item)));
    }
    writer.lastPart();
    writer.write(close);
    return `${open}${parts.join(', ')}${close}`;
  });
}

function* writtenSteps(vm: Interpreter, writer: TextWriter, object: number): Steps<string> {
  const text = asksForText(vm, object) ? yield* reprObjectSteps(vm, object) : reprObject(vm, object);
  return vm.guard(text, () => {
    writer.write(vm.text(text));
    return vm.text(text);
  });
}

function pairsSteps(vm: Interpreter, ref: number, size: number): Steps<string> {
  if (size === 0) return textSteps('{}');
  return writingSteps(vm, 6 * size, function* (writer) {
    writer.write('{');
    const pairs: string[] = [];
    for (const [at, [key, value]] of dicts.dictEntries(vm.process, ref).entries()) {
      if (at > 0) writer.write(', ');
      const name = yield* writtenSteps(vm, writer, key);
      writer.write(': ');
      pairs.push(`${name}: ${yield* writtenSteps(vm, writer, value)}`);
    }
    writer.lastPart();
    writer.write('}');
    return `{${pairs.join(', ')}}`;
  });
}

function* setSteps(vm: Interpreter, ref: number, type: PyType): Steps<string> {
  if (vm.listSize(ref) === 0) return `${type.name}()`;
  const list = listOfItems(vm, ref, sets.setItems(vm.process, ref));
  return inBraces(vm, type, yield* owning(vm, [list], reprObjectSteps(vm, list)));
}
