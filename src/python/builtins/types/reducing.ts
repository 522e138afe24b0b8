/**
 * `__reduce_ex__`, `__reduce__` and `__getstate__`: how an object says what it is made of, for copy and its like (typeobject.c:
 * object___reduce_ex___impl, reduce_newobj, object_getstate_default). The functions that make the object again are copyreg's.
 */

import { KIND } from '../../../heap/index.ts';
import { dictCopies, PythonRaise } from '../../../objects/index.ts';
import { attributeDict } from '../../eval/classes/attributes.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import { hasAttributes } from '../../eval/classes/own-dicts.ts';
import { ATTRIBUTE_ERROR, IMPORT_ERROR, OS_ERROR } from '../../eval/exceptions/exception-fields.ts';
import { EXC } from '../../eval/exceptions/raise.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native } from '../../eval/native.ts';
import { cInt } from '../arguments.ts';

type Args = readonly number[];

const NEWOBJ_PROTOCOL = 2;

function copyreg(vm: Interpreter, name: string): number {
  return vm.own(vm.readDict(vm.field(vm.importModule('copyreg'), 0), name));
}

/** What `__getnewargs_ex__` or `__getnewargs__` says; nothing where the class has neither. */
function newArguments(vm: Interpreter, self: number): { args: number[]; keywords: number } | null {
  const extended = vm.special(self, '__getnewargs_ex__');
  if (extended !== 0) {
    const answer = vm.callSpecial(extended, self);
    return vm.guard(answer, () => {
      if (!vm.isTuple(answer) || vm.listSize(answer) !== 2)
        throw new PythonRaise(
          'TypeError',
          `__getnewargs_ex__ should return a tuple, not '${vm.typeName(answer)}'`,
        );
      const args = vm.items(vm.itemAt(answer, 0)).map((one) => vm.own(one));
      return { args, keywords: vm.own(vm.itemAt(answer, 1)) };
    });
  }
  const plain = vm.special(self, '__getnewargs__');
  if (plain === 0) return null;
  const answer = vm.callSpecial(plain, self);
  return vm.guard(answer, () => {
    if (!vm.isTuple(answer))
      throw new PythonRaise(
        'TypeError',
        `__getnewargs__ should return a tuple, not '${vm.typeName(answer)}'`,
      );
    return { args: vm.items(answer).map((one) => vm.own(one)), keywords: 0 };
  });
}

/** Objects of these are all that their attributes say; others keep more than that. */
function isPlain(type: PyType): boolean {
  return (
    type.native.name === 'object' ||
    type.native.info.kind === KIND.LIST ||
    type.native.info.kind === KIND.DICT
  );
}

function cannotPickle(vm: Interpreter, self: number): PythonRaise {
  return new PythonRaise('TypeError', `cannot pickle '${vm.typeName(self)}' object`);
}

/** _PyType_GetSlotNames: copyreg finds them once for each class. */
function findSlotNames(vm: Interpreter, type: PyType): number {
  const find = copyreg(vm, '_slotnames');
  return vm.guard(find, () => vm.call(find, [type.ref]));
}

/** The attributes that lie in slots, as a dict; 0 where there are none. */
function slotState(vm: Interpreter, self: number): number {
  const type = vm.typeOf(self);
  if (type.dict === 0) return 0;
  const known = vm.classes.own(type, '__slotnames__');
  const names = known === 0 ? findSlotNames(vm, type) : vm.own(known);
  const dict = vm.guard(names, () => {
    if (!vm.isList(names) || vm.listSize(names) === 0) return 0;
    const slots = vm.newDict();
    for (const name of vm.items(names)) {
      const value = vm.findAttr(self, vm.text(name));
      if (value !== 0) vm.guard(value, () => vm.setItem(slots, name, value));
    }
    return slots;
  });
  if (dict === 0 || vm.length(dict) > 0) return dict;
  vm.decref(dict);
  return 0;
}

/** object_getstate_default: no dict is made for the question, and an empty one is no state. */
function defaultState(vm: Interpreter, self: number): number {
  const state = hasAttributes(vm, self) ? attributeDict(vm, self) : vm.none();
  const slots = slotState(vm, self);
  return slots === 0 ? state : vm.tupleOf([state, slots]);
}

/** object_getstate */
function stateOf(vm: Interpreter, self: number): number {
  const own = vm.findAttr(self, '__getstate__');
  return own === 0 ? defaultState(vm, self) : vm.guard(own, () => vm.call(own, []));
}

/** reduce_newobj */
function reduceNew(vm: Interpreter, self: number): number {
  const type = vm.typeOf(self);
  const given = newArguments(vm, self);
  if (given === null && !isPlain(type)) throw cannotPickle(vm, self);
  const { args, keywords } = given ?? { args: [], keywords: 0 };
  const extended = keywords !== 0 && vm.length(keywords) > 0;
  const make = copyreg(vm, extended ? '__newobj_ex__' : '__newobj__');
  const cls = vm.own(type.ref);
  const makeArgs = extended
    ? vm.tupleOf([cls, vm.tupleOf(args), vm.own(keywords)])
    : vm.tupleOf([cls, ...args]);
  if (keywords !== 0) vm.decref(keywords);
  const { kind } = type.native.info;
  const parts = [make, makeArgs];
  try {
    parts.push(stateOf(vm, self));
    parts.push(kind === KIND.LIST ? vm.iter(self) : vm.none());
    parts.push(kind === KIND.DICT ? itemsOf(vm, self) : vm.none());
  } catch (error) {
    const raised = vm.raised(error);
    vm.dropAll(parts);
    throw raised;
  }
  return vm.tupleOf(parts);
}

function itemsOf(vm: Interpreter, self: number): number {
  return vm.guard(vm.callMethod(self, 'items'), (view) => vm.iter(view));
}

/** _common_reduce */
function commonReduce(vm: Interpreter, self: number, protocol: number): number {
  if (protocol >= NEWOBJ_PROTOCOL) return reduceNew(vm, self);
  const old = copyreg(vm, '_reduce_ex');
  return vm.guard(old, () => vm.guard(vm.newInt(protocol), (number) => vm.call(old, [self, number])));
}

/** A `__reduce__` of the class itself comes first. */
function reduceEx(vm: Interpreter, [self = 0, given = 0]: Args): number {
  const protocol = cInt(vm, given);
  const type = vm.typeOf(self);
  const reduce = vm.classes.lookup(type, '__reduce__');
  if (reduce !== vm.classes.lookup(vm.classes.named('object'), '__reduce__'))
    return vm.callMethod(self, '__reduce__');
  return commonReduce(vm, self, protocol);
}

export const REDUCING: Readonly<Record<string, NativeDefinition>> = {
  __reduce_ex__: native(reduceEx, { args: [1, 1] }),
  __reduce__: native((vm, [self = 0]) => commonReduce(vm, self, 0)),
  __getstate__: native((vm, [self = 0]) => defaultState(vm, self)),
};

/** What the `__reduce__` of a C type gives as state: up to 3.10 its `__dict__`, empty or not, then what _PyObject_GetState gives. */
export function reduceState(vm: Interpreter, self: number): number {
  return vm.rules.reduceAsksDict ? askedDict(vm, self) : stateOf(vm, self);
}

/** `__dict__`, made for the question, or None. */
export function askedDict(vm: Interpreter, self: number): number {
  return vm.findAttr(self, '__dict__') || vm.none();
}

/** set.__reduce__: the class, its items in a list, the attributes. */
export const REDUCE_SET: NativeDefinition = native((vm, [self = 0]) => {
  const items = vm.listOf(vm.collect(self));
  return vm.tupleOf([vm.own(vm.typeOf(self).ref), vm.tupleOf([items]), reduceState(vm, self)]);
});

/** BaseException_reduce; OSError puts the filename back among its arguments. */
export const REDUCE_EXCEPTION: NativeDefinition = native((vm, [self = 0]) => {
  const type = vm.typeOf(self);
  const args = vm.items(vm.field(self, EXC.ARGS)).map((one) => vm.own(one));
  const isFileError = type.mro.some((one) => one.name === 'OSError') && args.length === 2;
  const file = (place: number): number => (isFileError ? vm.field(self, place) : 0);
  const [filename, filename2] = [file(OS_ERROR.FILENAME), file(OS_ERROR.FILENAME2)];
  if (filename !== 0) args.push(vm.own(filename));
  if (filename2 !== 0) args.push(vm.none(), vm.own(filename2));
  const parts = [vm.own(type.ref), vm.tupleOf(args)];
  const state = exceptionState(vm, self);
  return vm.tupleOf(state === 0 ? parts : [...parts, state]);
});

/** Beside its attributes an exception tells the fields that its arguments do not (ImportError_getstate, AttributeError_getstate); 0: nothing. */
function exceptionState(vm: Interpreter, self: number): number {
  const own = vm.field(self, EXC.DICT);
  const told = toldFields(vm, self).filter(([, value]) => value !== 0);
  if (told.length === 0) return own === 0 ? 0 : vm.own(own);
  const state = own === 0 ? vm.newDict() : dictCopies.copyDict(vm.process, own);
  for (const [name, value] of told) vm.put(state, name, vm.own(value));
  return state;
}

function toldFields(vm: Interpreter, self: number): (readonly [string, number])[] {
  if (vm.isInstanceOf(self, 'ImportError')) {
    const { NAME, PATH, NAME_FROM } = IMPORT_ERROR;
    const places = { name: NAME, path: PATH, name_from: NAME_FROM };
    return Object.entries(places).map(([name, place]) => [name, vm.field(self, place)]);
  }
  if (!vm.rules.attributeErrorsReduce || !vm.isInstanceOf(self, 'AttributeError')) return [];
  return [
    ['name', vm.field(self, ATTRIBUTE_ERROR.NAME)],
    ['args', vm.field(self, EXC.ARGS)],
  ];
}

/** Of what is known by its name: a function of a module, a method of an object. */
export const REDUCE_BUILTIN: NativeDefinition = native((vm, [self = 0]) => {
  const owner = vm.findAttr(self, '__self__');
  const isPlainFunction = owner === 0 || vm.typeOf(owner).native.name === 'module';
  const name = vm.getAttr(self, '__name__');
  if (owner === 0 || !isPlainFunction) {
    const get = vm.own(vm.builtin('getattr'));
    return vm.tupleOf([get, vm.tupleOf([owner === 0 ? vm.none() : owner, name])]);
  }
  vm.decref(owner);
  return name;
});

/** descr_reduce: what getattr() of the class, which is borrowed, gives. */
export function reduceDescriptor(vm: Interpreter, owner: number, name: string): number {
  const get = vm.own(vm.builtin('getattr'));
  return vm.tupleOf([get, vm.tupleOf([vm.own(owner), vm.newStr(name)])]);
}

/** Of what is known by a name of the module builtins. */
export const reduceNamed = (name: string): NativeDefinition => native((vm) => vm.newStr(name));

/** Of a dict that says what it is called with, and its state, both taken over: its items come as pairs. */
export function reduceItems(vm: Interpreter, self: number, args: readonly number[], state: number): number {
  const cls = vm.own(vm.typeOf(self).ref);
  return vm.tupleOf([cls, vm.tupleOf(args), state, vm.none(), itemsOf(vm, self)]);
}

/** Of a class whose values make it again: `(class, fields)`. */
export function reduceFields(count: number): NativeDefinition {
  return native((vm, [self = 0]) => {
    const values = Array.from({ length: count }, (_, at) => vm.own(vm.field(self, at) || vm.process.none));
    return vm.tupleOf([vm.own(vm.typeOf(self).ref), vm.tupleOf(values)]);
  });
}

/** `__getnewargs__` of numbers and texts: the value itself, of the built-in class. */
export function newArgumentsOf(plainValue: (vm: Interpreter, self: number) => number): NativeDefinition {
  return native((vm, [self = 0]) => vm.tupleOf([plainValue(vm, self)]));
}
