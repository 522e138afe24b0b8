/**
 * Type variables, as C has them from 3.12 on (typevarobject.c). Fields: | name | bound | what evaluates it | constraints | what evaluates
 * them | default | what evaluates it |, and the variance is the payload. What is to be done with them is Python code of typing.
 */
import { GC_HEAD_BYTES } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { classArgument } from '../../builtins/allocate.ts';
import { callSteps } from '../../eval/calls/call-steps.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type GetSet, type Keywords, type NativeDefinition, native } from '../../eval/native.ts';
import { ANY, fieldGetter, type ModuleType, moduleType } from '../define-type.ts';
import { argumentsOf } from './arguments.ts';

type Args = readonly number[];
export type VariableKind = 'TypeVar' | 'ParamSpec' | 'TypeVarTuple';

const FIELD = {
  NAME: 0,
  BOUND: 1,
  BOUND_LATER: 2,
  CONSTRAINTS: 3,
  CONSTRAINTS_LATER: 4,
  DEFAULT: 5,
  DEFAULT_LATER: 6,
} as const;
/** In front of the object: where its attributes and weak references are. */
const MANAGED_BYTES = 16;
type Variance = 'covariant' | 'contravariant' | 'inferred' | 'invariant';

/** Borrowed name; the other fields are taken over. */
interface Parts {
  readonly name: number;
  readonly bound?: number;
  readonly constraints?: number;
  readonly given?: number;
}

function make(vm: Interpreter, kind: VariableKind, parts: Parts, variance: Variance): number {
  const { name, bound = 0, constraints = 0, given = 0 } = parts;
  const spec = SPECS[kind];
  const made = vm.heap.newGcObject(moduleType(vm, spec).info, bytesOf(vm, kind));
  vm.fillFields(made, [vm.own(name), bound, 0, constraints, 0, given, 0]);
  vm.heap.setPayload(made, variance);
  vm.heap.track(made);
  return made;
}

function bytesOf(vm: Interpreter, kind: VariableKind): number {
  return GC_HEAD_BYTES + MANAGED_BYTES + vm.rules.typeSizes[kind][0];
}

/** Of the syntax: what evaluates the bound or the constraints is taken over (_Py_make_typevar and its like). */
export function newVariable(
  vm: Interpreter,
  kind: VariableKind,
  name: number,
  later: { readonly bound?: number; readonly constraints?: number } = {},
): number {
  const made = make(vm, kind, { name }, kind === 'TypeVarTuple' ? 'invariant' : 'inferred');
  if (later.bound !== undefined) vm.setField(made, FIELD.BOUND_LATER, later.bound);
  if (later.constraints !== undefined) vm.setField(made, FIELD.CONSTRAINTS_LATER, later.constraints);
  return made;
}

/** _Py_set_typeparam_default: takes the function over. */
export function setDefault(vm: Interpreter, variable: number, later: number): void {
  vm.setField(variable, FIELD.DEFAULT_LATER, later);
}

/** What a function of typing answers. */
export function askTyping(vm: Interpreter, name: string, args: Args): number {
  const func = vm.getAttr(vm.importModule('typing'), name);
  return vm.guard(func, () => vm.call(func, args));
}

/** A new reference to what the function in `from` says, which is kept in `at`; 0 where there is none. */
function evaluated(vm: Interpreter, self: number, at: number, from: number): number {
  const known = vm.field(self, at);
  if (known !== 0) return vm.own(known);
  const later = vm.field(self, from);
  if (later === 0) return 0;
  const value = vm.guard(vm.own(later), () => evaluatedBy(vm, self, later));
  vm.setField(self, at, value);
  return vm.own(value);
}

/** What the function of an annotation scope says, which may be waited for; a new reference. */
export function evaluatedBy(vm: Interpreter, self: number, later: number): number {
  const { conversions } = vm;
  if (conversions === null) return vm.call(later, []);
  return conversions.ask(self, 'evaluate', () => callSteps(vm, later, []));
}

function noDefault(vm: Interpreter): number {
  return vm.getAttr(vm.importModule('_typing'), 'NoDefault');
}

/** `__module__` of what a call makes is that of the function that called. */
function tellModule(vm: Interpreter, made: number): number {
  const module = vm.frame === null ? 0 : vm.readDict(vm.frame.globals, '__name__');
  if (module !== 0) vm.setAttr(made, '__module__', module);
  return made;
}

function varianceOf(vm: Interpreter, given: Keywords): Variance {
  const says = (name: string): boolean => given.has(name) && vm.truth(given.get(name) as number);
  const [co, contra, inferred] = [says('covariant'), says('contravariant'), says('infer_variance')];
  if (co && contra) throw new PythonRaise('ValueError', 'Bivariant types are not supported.');
  if (inferred && (co || contra))
    throw new PythonRaise('ValueError', 'Variance cannot be specified with infer_variance.');
  if (inferred) return 'inferred';
  return co ? 'covariant' : contra ? 'contravariant' : 'invariant';
}

function defaultOf(vm: Interpreter, given: Keywords): number {
  if (!vm.rules.typeParamDefaults) return 0;
  return given.has('default') ? vm.own(given.get('default') as number) : noDefault(vm);
}

function keywordsOf(vm: Interpreter, names: readonly string[]): readonly string[] {
  return vm.rules.typeParamDefaults ? [...names, 'default'] : names;
}

const VARIANCES = ['covariant', 'contravariant', 'infer_variance'] as const;

/** typevar_new_impl */
function newTypeVar(vm: Interpreter, [, ...args]: Args, keywords: Keywords): number {
  const known = keywordsOf(vm, ['bound', ...VARIANCES]);
  const { given, rest } = argumentsOf(vm, args, keywords, {
    callee: 'typevar',
    named: ['name'],
    rest: true,
    known,
  });
  const variance = varianceOf(vm, given);
  const bound = given.get('bound') ?? vm.process.none;
  const checked = vm.isNone(bound) ? 0 : checkedBound(vm, bound);
  const wrong = wrongConstraints(rest.length, checked !== 0);
  if (wrong !== null) {
    if (checked !== 0) vm.decref(checked);
    throw new PythonRaise('TypeError', wrong);
  }
  const constraints = rest.length === 0 ? 0 : vm.newTuple(rest);
  const parts = {
    name: given.get('name') as number,
    bound: checked,
    constraints,
    given: defaultOf(vm, given),
  };
  return tellModule(vm, make(vm, 'TypeVar', parts, variance));
}

function wrongConstraints(count: number, isBound: boolean): string | null {
  if (count === 1) return 'A single constraint is not allowed';
  return count > 0 && isBound ? 'Constraints cannot be combined with bound=...' : null;
}

function checkedBound(vm: Interpreter, bound: number): number {
  return vm.guard(vm.newStr('Bound must be a type.'), (words) =>
    askTyping(vm, '_type_check', [bound, words]),
  );
}

/** paramspec_new_impl: a bound that was not given is None, whose class typing makes of it. */
function newParamSpec(vm: Interpreter, [, ...args]: Args, keywords: Keywords): number {
  const known = keywordsOf(vm, ['bound', ...VARIANCES]);
  const { given } = argumentsOf(vm, args, keywords, { callee: 'paramspec', named: ['name'], known });
  const variance = varianceOf(vm, given);
  const bound = checkedBound(vm, given.get('bound') ?? vm.process.none);
  const parts = { name: given.get('name') as number, bound, given: defaultOf(vm, given) };
  return tellModule(vm, make(vm, 'ParamSpec', parts, variance));
}

/** typevartuple_impl */
function newTypeVarTuple(vm: Interpreter, [, ...args]: Args, keywords: Keywords): number {
  const known = keywordsOf(vm, []);
  const { given } = argumentsOf(vm, args, keywords, { callee: 'typevartuple', named: ['name'], known });
  const parts = { name: given.get('name') as number, given: defaultOf(vm, given) };
  return tellModule(vm, make(vm, 'TypeVarTuple', parts, 'invariant'));
}

function repr(vm: Interpreter, [self = 0]: Args): number {
  const sign = { covariant: '+', contravariant: '-', invariant: '~', inferred: '' };
  const isTuple = vm.typeName(self) === 'typing.TypeVarTuple';
  const variance = vm.heap.payload(self) as Variance;
  return vm.newStr((isTuple ? '' : sign[variance]) + vm.text(vm.field(self, FIELD.NAME)));
}

/** What makes sense of what stands for a variable in a subscript. */
function ofTyping(name: string, count: number): NativeDefinition {
  return native((vm, args) => askTyping(vm, name, args), { args: [count, count] });
}

const SUBCLASS_REFUSED = native(
  (vm, [self = 0]) => {
    const kind = vm.typeName(self).replace(/^typing\./, '');
    throw new PythonRaise('TypeError', `Cannot subclass an instance of ${kind}`);
  },
  { args: [1, 1] },
);

const hasDefault = native((vm, [self = 0]) => {
  const known = vm.field(self, FIELD.DEFAULT);
  const says = vm.field(self, FIELD.DEFAULT_LATER) !== 0 || known !== 0;
  if (!says || known === 0) return vm.bool(says);
  return vm.guard(noDefault(vm), (none) =>
    vm.bool(vm.field(self, FIELD.DEFAULT_LATER) !== 0 || none !== known),
  );
});

const DEFAULT: GetSet = {
  get: (vm, self) => evaluated(vm, self, FIELD.DEFAULT, FIELD.DEFAULT_LATER) || noDefault(vm),
};

function variance(...of: readonly Variance[]): GetSet {
  return { get: (vm, self) => vm.bool(of.includes(vm.heap.payload(self) as Variance)), member: true };
}

const BY_VARIANCE: Readonly<Record<string, GetSet>> = {
  __covariant__: variance('covariant'),
  __contravariant__: variance('contravariant'),
  __infer_variance__: variance('inferred'),
};

/** What all three have. */
const COMMON = {
  module: 'typing',
  heapSince: 12,
  traits: { weakrefs: true },
  hasDict: true,
  since: { __default__: 13, has_default: 13 },
} as const;
const METHODS = {
  __repr__: native(repr),
  __reduce__: native((vm, [self = 0]) => vm.own(vm.field(self, FIELD.NAME))),
  __mro_entries__: SUBCLASS_REFUSED,
  has_default: hasDefault,
};
const UNITING = {
  __or__: native((vm, [self = 0, other = 0]) => askTyping(vm, '_make_union', [self, other]), {
    args: [1, 1],
  }),
  __ror__: native((vm, [self = 0, other = 0]) => askTyping(vm, '_make_union', [other, self]), {
    args: [1, 1],
  }),
};

type Setup = NonNullable<ModuleType['setup']>;

const unites: Setup = (vm, type) => {
  vm.operators[type.info.id] = (it, a, b, operator) =>
    operator === '|' ? askTyping(it, '_make_union', [a, b]) : 0;
};

export const TYPE_VAR: ModuleType = {
  ...COMMON,
  name: 'TypeVar',
  since: { ...COMMON.since, __typing_prepare_subst__: 13 },
  methods: {
    ...METHODS,
    ...UNITING,
    __typing_subst__: ofTyping('_typevar_subst', 1),
    __typing_prepare_subst__: ofTyping('_typevar_prepare_subst', 2),
  },
  getsets: {
    ...BY_VARIANCE,
    __name__: fieldGetter(FIELD.NAME),
    __bound__: { get: (vm, self) => evaluated(vm, self, FIELD.BOUND, FIELD.BOUND_LATER) || vm.none() },
    __constraints__: {
      get: (vm, self) =>
        evaluated(vm, self, FIELD.CONSTRAINTS, FIELD.CONSTRAINTS_LATER) || vm.process.emptyTuple(),
    },
    __default__: DEFAULT,
  },
  construct: native(newTypeVar, { args: ANY, anyKeywords: true }),
  bytes: (vm) => bytesOf(vm, 'TypeVar'),
  setup: unites,
};

/** `P.args` and `P.kwargs`; field: | the ParamSpec |. */
function part(name: string, word: string): ModuleType {
  return {
    name,
    module: 'typing',
    heapSince: 12,
    traits: { weakrefs: true },
    methods: {
      __repr__: native((vm, [self = 0]) => {
        const origin = vm.field(self, 0);
        const isSpec = vm.typeOf(origin) === moduleType(vm, PARAM_SPEC);
        const text = isSpec ? vm.text(vm.field(origin, FIELD.NAME)) : vm.repr(origin);
        return vm.newStr(`${text}.${word}`);
      }),
      __mro_entries__: SUBCLASS_REFUSED,
    },
    getsets: { __origin__: fieldGetter(0) },
    construct: native(
      (vm, [ofClass = 0, origin = 0]) => newPart(vm, classArgument(vm, ofClass).name, origin),
      {
        args: [1, 1],
      },
    ),
    bytes: (vm) => GC_HEAD_BYTES + MANAGED_BYTES + vm.rules.typeSizes.ParamSpecArgs[0],
    setup: (vm, type) => {
      vm.hashers[type.info.id] = (it, ref) => {
        throw new PythonRaise('TypeError', `unhashable type: '${it.typeName(ref)}'`);
      };
      vm.comparers[type.info.id] = (it, a, b, operator) => {
        if (it.infoOf(b) !== it.infoOf(a) || (operator !== '==' && operator !== '!=')) return null;
        return it.equal(it.field(a, 0), it.field(b, 0)) === (operator === '==');
      };
    },
  };
}

function newPart(vm: Interpreter, name: string, origin: number): number {
  const spec = name.endsWith('Kwargs') ? PARAM_SPEC_KWARGS : PARAM_SPEC_ARGS;
  const bytes = GC_HEAD_BYTES + MANAGED_BYTES + vm.rules.typeSizes.ParamSpecArgs[0];
  return vm.newFields(moduleType(vm, spec).info, bytes, [vm.own(origin)]);
}

export const PARAM_SPEC_ARGS: ModuleType = part('ParamSpecArgs', 'args');
export const PARAM_SPEC_KWARGS: ModuleType = part('ParamSpecKwargs', 'kwargs');

export const PARAM_SPEC: ModuleType = {
  ...COMMON,
  name: 'ParamSpec',
  methods: {
    ...METHODS,
    ...UNITING,
    __typing_subst__: ofTyping('_paramspec_subst', 1),
    __typing_prepare_subst__: ofTyping('_paramspec_prepare_subst', 2),
  },
  getsets: {
    ...BY_VARIANCE,
    __name__: fieldGetter(FIELD.NAME),
    __bound__: fieldGetter(FIELD.BOUND),
    __default__: DEFAULT,
    args: { get: (vm, self) => newPart(vm, 'ParamSpecArgs', self) },
    kwargs: { get: (vm, self) => newPart(vm, 'ParamSpecKwargs', self) },
  },
  construct: native(newParamSpec, { args: ANY, anyKeywords: true }),
  bytes: (vm) => bytesOf(vm, 'ParamSpec'),
  setup: unites,
};

/** `*Ts`: gives Unpack[Ts] once (typevartuple_iter). */
function iterate(vm: Interpreter, self: number): number {
  const unpacked = unpack(vm, self);
  return vm.guard(vm.tupleOf([unpacked]), (tuple) => vm.iter(tuple));
}

export function unpack(vm: Interpreter, variable: number): number {
  const form = vm.getAttr(vm.importModule('typing'), 'Unpack');
  return vm.guard(form, () => vm.getItem(form, variable));
}

export const TYPE_VAR_TUPLE: ModuleType = {
  ...COMMON,
  name: 'TypeVarTuple',
  methods: {
    ...METHODS,
    __iter__: native((vm, [self = 0]) => iterate(vm, self)),
    __typing_subst__: native(
      () => {
        throw new PythonRaise('TypeError', 'Substitution of bare TypeVarTuple is not supported');
      },
      { args: [1, 1] },
    ),
    __typing_prepare_subst__: ofTyping('_typevartuple_prepare_subst', 2),
  },
  getsets: { __name__: fieldGetter(FIELD.NAME), __default__: DEFAULT },
  construct: native(newTypeVarTuple, { args: ANY, anyKeywords: true }),
  bytes: (vm) => bytesOf(vm, 'TypeVarTuple'),
  setup: (vm, type) => {
    vm.iters[type.info.id] = iterate;
  },
};

const SPECS: Readonly<Record<VariableKind, ModuleType>> = {
  TypeVar: TYPE_VAR,
  ParamSpec: PARAM_SPEC,
  TypeVarTuple: TYPE_VAR_TUPLE,
};
