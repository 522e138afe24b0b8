/**
 * What `type X = ...` makes (typevarobject.c:typealias). Fields: | name | type parameters | what evaluates the value | value | module |.
 */
import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { newAlias, unite } from '../../builtins/types/generic-alias.ts';
import { FN } from '../../eval/calls/functions.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, native } from '../../eval/native.ts';
import { ANY, fieldGetter, type ModuleType, moduleType } from '../define-type.ts';
import { argumentsOf } from './arguments.ts';
import { evaluatedBy, TYPE_VAR_TUPLE, unpack } from './variables.ts';

type Args = readonly number[];

const FIELD = { NAME: 0, PARAMS: 1, LATER: 2, VALUE: 3, MODULE: 4 } as const;

/** Borrowed parts; 0 for none. */
interface Parts {
  readonly name: number;
  readonly params: number;
  readonly later?: number;
  readonly value?: number;
  readonly module?: number;
}

function make(vm: Interpreter, { name, params, later = 0, value = 0, module = 0 }: Parts): number {
  const fields = [name, params, later, value, module].map((one) => (one === 0 ? 0 : vm.own(one)));
  return vm.newFields(moduleType(vm, TYPE_ALIAS).info, bytesOf(vm), fields);
}

function bytesOf(vm: Interpreter): number {
  return GC_HEAD_BYTES + vm.rules.typeSizes.TypeAliasType[0];
}

/** Of a tuple of the name, the type parameters or None, and the function that says the value (_Py_make_typealias). */
export function newTypeAlias(vm: Interpreter, parts: number): number {
  const [name = 0, params = 0, later = 0] = vm.items(parts);
  return make(vm, { name, params: vm.isNone(params) ? 0 : params, later });
}

/** typealias_new_impl */
function construct(vm: Interpreter, [, ...args]: Args, keywords: Keywords): number {
  const named = ['name', 'value'];
  const { given } = argumentsOf(vm, args, keywords, { callee: 'typealias', named, known: ['type_params'] });
  const params = given.get('type_params') ?? 0;
  if (params !== 0 && !vm.isTuple(params)) throw new PythonRaise('TypeError', 'type_params must be a tuple');
  const module = vm.frame === null ? 0 : vm.readDict(vm.frame.globals, '__name__');
  const [name = 0, value = 0] = named.map((one) => given.get(one) as number);
  return make(vm, { name, value, params, module });
}

/** typealias_get_value */
function valueOf(vm: Interpreter, self: number): number {
  if (vm.field(self, FIELD.VALUE) === 0) {
    const later = vm.field(self, FIELD.LATER);
    vm.setField(
      self,
      FIELD.VALUE,
      vm.guard(vm.own(later), () => evaluatedBy(vm, self, later)),
    );
  }
  return vm.own(vm.field(self, FIELD.VALUE));
}

/** unpack_typevartuples: of what is unpacked, the form that says so. A new reference. */
export function withUnpacked(vm: Interpreter, params: number): number {
  const kind = moduleType(vm, TYPE_VAR_TUPLE);
  const items = vm.items(params);
  if (!items.some((one) => vm.typeOf(one) === kind)) return vm.own(params);
  return vm.tupleOf(items.map((one) => (vm.typeOf(one) === kind ? unpack(vm, one) : vm.own(one))));
}

function subscript(vm: Interpreter, [self = 0, key = 0]: Args): number {
  if (vm.field(self, FIELD.PARAMS) === 0)
    throw new PythonRaise('TypeError', 'Only generic type aliases are subscriptable');
  return newAlias(vm, [self, key]);
}

/** typealias_module: where nobody said it, that of the function that says the value. */
function moduleOf(vm: Interpreter, self: number): number {
  const [said, later] = [vm.field(self, FIELD.MODULE), vm.field(self, FIELD.LATER)];
  if (said !== 0) return vm.own(said);
  const module = later === 0 ? 0 : vm.field(later, FN.MODULE);
  return module === 0 ? vm.none() : vm.own(module);
}

function uniting(reflected: boolean) {
  return native(
    (vm, [self = 0, other = 0]) =>
      (reflected ? unite(vm, other, self, '|') : unite(vm, self, other, '|')) || vm.notImplemented(),
    { args: [1, 1] },
  );
}

export const TYPE_ALIAS: ModuleType = {
  name: 'TypeAliasType',
  module: 'typing',
  methods: {
    __repr__: native((vm, [self = 0]) => vm.own(vm.field(self, FIELD.NAME))),
    __reduce__: native((vm, [self = 0]) => vm.own(vm.field(self, FIELD.NAME))),
    __getitem__: native(subscript, { args: [1, 1] }),
    __or__: uniting(false),
    __ror__: uniting(true),
  },
  getsets: {
    __name__: fieldGetter(FIELD.NAME),
    __value__: { get: valueOf },
    __type_params__: { get: (vm, self) => vm.own(vm.field(self, FIELD.PARAMS) || vm.process.emptyTuple()) },
    __parameters__: {
      get: (vm, self) => {
        const params = vm.field(self, FIELD.PARAMS);
        return params === 0 ? vm.process.emptyTuple() : withUnpacked(vm, params);
      },
    },
    __module__: { get: moduleOf },
  },
  construct: native(construct, { args: ANY, anyKeywords: true }),
  bytes: bytesOf,
  setup: (vm, type) => {
    vm.operators[type.info.id] = unite;
  },
};
