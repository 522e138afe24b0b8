/** BaseException and what the built-in exceptions add to it (exceptions.c). */
import { lists, PythonRaise } from '../../../objects/index.ts';
import { EXC, isException } from '../../eval/exceptions/raise.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type GetSet, native, type TypeDefinition } from '../../eval/native.ts';
import { baseExceptionStr, exceptionRepr } from '../../eval/texts/exception-text.ts';
import { exceptionConstruct } from './exception-values.ts';
import { REDUCE_EXCEPTION } from './reducing.ts';

function reader(place: number): GetSet['get'] {
  return (vm, self) => vm.own(vm.field(self, place) || vm.process.none);
}

/** BaseException_setstate: each entry becomes an attribute, whether the class has a field for it or not. */
function setState(vm: Interpreter, [self = 0, state = 0]: readonly number[]): number {
  if (vm.isNone(state)) return vm.none();
  if (!vm.isDict(state)) throw new PythonRaise('TypeError', 'state is not a dictionary');
  for (const [key, value] of vm.entries(state)) vm.setAttr(self, vm.text(key), value);
  return vm.none();
}

function undeletable(name: string): NonNullable<GetSet['delete']> {
  return () => {
    throw new PythonRaise('TypeError', `${name} may not be deleted`);
  };
}

/** BaseException_set_cause, BaseException_set_context */
function linked(place: number, called: string): GetSet {
  const set = (vm: Interpreter, self: number, value: number): void => {
    if (!vm.isNone(value) && !isException(vm, value))
      throw new PythonRaise('TypeError', `exception ${called} must be None or derive from BaseException`);
    if (place === EXC.CAUSE) setSuppressed(vm, self, true);
    vm.setField(self, place, vm.isNone(value) ? 0 : vm.own(value));
  };
  return { get: reader(place), set, delete: undeletable(`__${called}__`) };
}

interface Suppressing {
  readonly suppress?: boolean;
}

function setSuppressed(vm: Interpreter, self: number, suppress: boolean): void {
  vm.heap.setPayload(self, { ...(vm.heap.payload(self) as object | undefined), suppress });
}

/** A member of type T_BOOL (structmember.c). */
const SUPPRESS_CONTEXT: GetSet = {
  member: true,
  get: (vm, self) => vm.bool((vm.heap.payload(self) as Suppressing | undefined)?.suppress === true),
  set: (vm, self, value) => {
    if (vm.infoOf(value).name !== 'bool')
      throw new PythonRaise('TypeError', 'attribute value type must be bool');
    setSuppressed(vm, self, vm.truth(value));
  },
  delete: () => {
    throw new PythonRaise('TypeError', "can't delete numeric/char attribute");
  },
};

/** BaseException_set_args: whatever can be gone through becomes a tuple. */
function setArgs(vm: Interpreter, self: number, value: number): void {
  const tuple = vm.isTuple(value) ? vm.own(value) : vm.call(vm.classes.named('tuple').ref, [value]);
  vm.setField(self, EXC.ARGS, tuple);
}

/** BaseException_add_note: the list of notes is an attribute like any other. */
function addNote(vm: Interpreter, args: readonly number[]): number {
  const [self, note] = args as [number, number];
  if (!vm.isStr(note)) throw new PythonRaise('TypeError', `note must be a str, not '${vm.typeName(note)}'`);
  const notes = vm.findAttr(self, '__notes__') || withEmptyNotes(vm, self);
  return vm.guard(notes, () => {
    if (!vm.isList(notes)) throw new PythonRaise('TypeError', 'Cannot add note: __notes__ is not a list');
    lists.append(vm.process, notes, note);
    return vm.none();
  });
}

function withEmptyNotes(vm: Interpreter, self: number): number {
  const notes = vm.newList();
  vm.setAttr(self, '__notes__', notes);
  return notes;
}

/** BaseException_set_tb */
function setTraceback(vm: Interpreter, self: number, value: number): void {
  if (!vm.isNone(value) && vm.typeName(value) !== 'traceback')
    throw new PythonRaise('TypeError', '__traceback__ must be a traceback or None');
  vm.setField(self, EXC.TRACEBACK, vm.isNone(value) ? 0 : vm.own(value));
}

/** BaseException_init: the arguments alone, whatever the class would make of them. */
const BASE_INIT = native(
  (vm, [self = 0, ...args], keywords) => {
    if (keywords.size > 0)
      throw new PythonRaise('TypeError', `${vm.typeOf(self).name}() takes no keyword arguments`);
    const tuple = vm.takeTuple();
    vm.setField(self, EXC.ARGS, tuple === 0 ? vm.newTuple(args) : vm.own(tuple));
    return vm.none();
  },
  { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true },
);

export const BASE_EXCEPTION: TypeDefinition = {
  name: 'BaseException',
  construct: exceptionConstruct('BaseException'),
  methods: {
    __init__: BASE_INIT,
    __str__: native((vm, [self = 0]) => baseExceptionStr(vm, self)),
    __repr__: native((vm, [self = 0]) => vm.newStr(exceptionRepr(vm, self, vm.typeOf(self)))),
    __reduce__: REDUCE_EXCEPTION,
    with_traceback: native(
      (vm, [self, traceback]) => {
        setTraceback(vm, self as number, traceback as number);
        return vm.own(self as number);
      },
      { args: [1, 1] },
    ),
    __setstate__: native(setState, { args: [1, 1] }),
    add_note: native(addNote, { args: [1, 1] }),
  },
  getsets: {
    args: { get: reader(EXC.ARGS), set: setArgs, delete: undeletable('args') },
    __traceback__: {
      get: reader(EXC.TRACEBACK),
      set: setTraceback,
      delete: undeletable('__traceback__'),
    },
    __cause__: linked(EXC.CAUSE, 'cause'),
    __context__: linked(EXC.CONTEXT, 'context'),
    __suppress_context__: SUPPRESS_CONTEXT,
  },
};
