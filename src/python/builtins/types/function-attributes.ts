/** Attributes of a function: what may be written, what may be deleted (funcobject.c:func_getsetlist, func_memberlist). */
import { PythonRaise } from '../../../objects/index.ts';
import { FN } from '../../eval/calls/functions.ts';
import { setDict } from '../../eval/classes/exchanging.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import type { GetSet } from '../../eval/native.ts';

type Is = (vm: Interpreter, value: number) => boolean;

const isStr: Is = (vm, value) => vm.isStr(value);
const isTuple: Is = (vm, value) => vm.isTuple(value);
const isDict: Is = (vm, value) => vm.isDict(value);

function mustBe(name: string, kind: string): PythonRaise {
  return new PythonRaise('TypeError', `${name} must be set to a ${kind} object`);
}

function kept(vm: Interpreter, self: number, place: number): number {
  return vm.own(vm.field(self, place) || vm.process.none);
}

/** A member that cannot be written. */
export function readOnly(place: number): GetSet {
  return { get: (vm, self) => kept(vm, self, place), member: true };
}

/** A member that takes anything (T_OBJECT). */
function anything(place: number): GetSet {
  return {
    get: (vm, self) => kept(vm, self, place),
    set: (vm, self, value) => vm.setField(self, place, vm.own(value)),
    delete: (vm, self) => vm.setField(self, place, 0),
  };
}

/** None and deletion empty it (func_set_defaults, func_set_kwdefaults). */
function optional(place: number, name: string, [kind, is]: readonly [string, Is]) {
  return {
    get: (vm: Interpreter, self: number): number => kept(vm, self, place),
    set: (vm: Interpreter, self: number, value: number): void => {
      if (!vm.isNone(value) && !is(vm, value)) throw mustBe(name, kind);
      vm.setField(self, place, vm.isNone(value) ? 0 : vm.own(value));
    },
    delete: (vm: Interpreter, self: number): void => vm.setField(self, place, 0),
  };
}

/** func_set_name, func_set_qualname. */
function text(place: number, name: string): GetSet {
  const refuse = (): never => {
    throw mustBe(name, 'string');
  };
  return {
    get: (vm, self) => kept(vm, self, place),
    set: (vm, self, value) => (isStr(vm, value) ? vm.setField(self, place, vm.own(value)) : refuse()),
    delete: refuse,
  };
}

/** func_set_code: the new code wants as many cells as the closure has. */
const CODE: GetSet = {
  get: (vm, self) => kept(vm, self, FN.CODE),
  set: (vm, self, value) => {
    if (vm.classes.of(value) !== vm.classes.named('code')) throw mustBe('__code__', 'code');
    const runtime = vm.codes.ofObject(value);
    const closure = vm.field(self, FN.CLOSURE);
    const [wanted, given] = [closure === 0 ? 0 : vm.items(closure).length, runtime.code.freeVars.length];
    if (wanted !== given) {
      const name = vm.text(vm.field(self, FN.NAME));
      throw new PythonRaise(
        'ValueError',
        `${name}() requires a code object with ${wanted} free vars, not ${given}`,
      );
    }
    vm.setField(self, FN.CODE, vm.own(value));
    vm.heap.setPayload(self, runtime.id);
  },
  delete: () => {
    throw mustBe('__code__', 'code');
  },
};

/** Kept as a tuple of names and values until somebody asks (func_get_annotation_dict). */
const ANNOTATIONS: GetSet = {
  get: (vm, self) => {
    const known = vm.field(self, FN.ANNOTATIONS);
    const asTuple = known !== 0 && vm.isTuple(known);
    if (known !== 0 && !asTuple) return vm.own(known);
    const dict = vm.newDict();
    const items = asTuple ? vm.items(known) : [];
    for (let at = 0; at < items.length; at += 2)
      vm.setItem(dict, items[at] as number, items[at + 1] as number);
    vm.setField(self, FN.ANNOTATIONS, dict);
    return vm.own(dict);
  },
  set: optional(FN.ANNOTATIONS, '__annotations__', ['dict', isDict]).set,
  delete: (vm, self) => vm.setField(self, FN.ANNOTATIONS, 0),
};

function paramsMustBe(): PythonRaise {
  return new PythonRaise('TypeError', '__type_params__ must be set to a tuple');
}

/** func_get_type_params, func_set_type_params */
const TYPE_PARAMETERS: GetSet = {
  get: (vm, self) => {
    const known = vm.field(self, FN.TYPE_PARAMS);
    return known === 0 ? vm.process.emptyTuple() : vm.own(known);
  },
  set: (vm, self, value) => {
    if (!isTuple(vm, value)) throw paramsMustBe();
    vm.setField(self, FN.TYPE_PARAMS, vm.own(value));
  },
  delete: () => {
    throw paramsMustBe();
  },
};

const DICT: GetSet = {
  get: (vm, self) => {
    if (vm.field(self, FN.DICT) === 0) vm.setField(self, FN.DICT, vm.newDict());
    return vm.own(vm.field(self, FN.DICT));
  },
  set: setDict,
  delete: () => {
    throw new PythonRaise('TypeError', 'cannot delete __dict__');
  },
};

export const FUNCTION_ATTRIBUTES: Readonly<Record<string, GetSet>> = {
  __code__: CODE,
  __globals__: readOnly(FN.GLOBALS),
  __builtins__: { get: (vm) => vm.own(vm.builtinsDict), member: true },
  __module__: anything(FN.MODULE),
  __defaults__: optional(FN.DEFAULTS, '__defaults__', ['tuple', isTuple]),
  __kwdefaults__: optional(FN.KWDEFAULTS, '__kwdefaults__', ['dict', isDict]),
  __doc__: anything(FN.DOC),
  __name__: text(FN.NAME, '__name__'),
  __qualname__: text(FN.QUALNAME, '__qualname__'),
  __closure__: readOnly(FN.CLOSURE),
  __annotations__: ANNOTATIONS,
  __type_params__: TYPE_PARAMETERS,
  __dict__: DICT,
};
