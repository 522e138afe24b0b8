/** Attributes of functions, methods, code objects, cells, frames and tracebacks. */
import { hash64Of, hash64s, hashes, PythonRaise } from '../../../objects/index.ts';
import { METHOD, nativeOf } from '../../eval/calls/functions.ts';
import { TB, type TracebackPlace } from '../../eval/exceptions/raise.ts';
import type { CodeRuntime } from '../../eval/frames/code-runtime.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type GetSet, native, type TypeDefinition } from '../../eval/native.ts';
import { trueOfOrder } from '../../eval/operators/signs.ts';
import { addressText } from '../../eval/texts/text.ts';
import { REPLACE } from './code-replacing.ts';
import { CONSTRUCT_METHOD, READING } from './descriptor-methods.ts';
import { FUNCTION_ATTRIBUTES, readOnly } from './function-attributes.ts';
import { MAKE_CELL, MAKE_FUNCTION } from './function-making.ts';
import { reduceDescriptor } from './reducing.ts';

export const FUNCTION: TypeDefinition = {
  name: 'function',
  construct: MAKE_FUNCTION,
  methods: READING,
  getsets: FUNCTION_ATTRIBUTES,
};

/** method___reduce___impl: the attribute of its object. */
function reduceMethod(vm: Interpreter, [self = 0]: readonly number[]): number {
  const name = vm.getAttr(vm.field(self, METHOD.FUNC), '__name__');
  return vm.guard(name, () => reduceDescriptor(vm, vm.field(self, METHOD.SELF), vm.text(name)));
}

export const METHOD_TYPE: TypeDefinition = {
  name: 'method',
  construct: CONSTRUCT_METHOD,
  methods: { __reduce__: native(reduceMethod) },
  getsets: {
    __func__: readOnly(METHOD.FUNC),
    __self__: readOnly(METHOD.SELF),
    __doc__: { get: (vm, self) => vm.getAttr(vm.field(self, METHOD.FUNC), '__doc__') },
  },
};

/** A bound method has the attributes of its function beside those of its class (method_getattro). */
export function installMethods(vm: Interpreter): void {
  const method = vm.classes.named('method');
  vm.getters[method.info.id] = (_vm, self, name) =>
    name === '__dict__' || vm.classes.lookup(method, name) === 0
      ? vm.getAttr(vm.field(self, METHOD.FUNC), name)
      : 0;
  compareByParts(vm, 'method', METHOD.FUNC, METHOD.SELF);
  compareByParts(vm, 'method-wrapper', 1, 0);
  compareBuiltins(vm);
}

/** The same C function of the same object (meth_richcompare, meth_hash). */
function compareBuiltins(vm: Interpreter): void {
  const { id } = vm.classes.named('builtin_function_or_method').info;
  vm.comparers[id] = (_vm, a, b, operator) => {
    if ((operator !== '==' && operator !== '!=') || vm.heap.typeOf(a) !== vm.heap.typeOf(b)) return null;
    const same = vm.field(a, 0) === vm.field(b, 0) && nativeOf(vm, a) === nativeOf(vm, b);
    return same === (operator === '==');
  };
  vm.hashers[id] = (_vm, ref) => {
    const self = vm.field(ref, 0);
    const bound = hashes.pointerHash(self === 0 ? 0 : vm.process.addressOf(self));
    return hash64s.xorHashes(
      bound,
      hashes.pointerHash(C_FUNCTIONS + C_FUNCTION_BYTES * (vm.heap.payload(ref) as number)),
    );
  };
}

/** Where the C functions would lie; only that they differ matters. */
const C_FUNCTIONS = 0x555500000000;
const C_FUNCTION_BYTES = 64;

/** Equal when the functions are equal and self is the same object (method_richcompare); hashed by both. */
function compareByParts(vm: Interpreter, name: string, func: number, self: number): void {
  const { id } = vm.classes.named(name).info;
  vm.comparers[id] = (_vm, a, b, operator) => {
    if ((operator !== '==' && operator !== '!=') || vm.heap.typeOf(a) !== vm.heap.typeOf(b)) return null;
    const same = vm.field(a, self) === vm.field(b, self) && vm.equal(vm.field(a, func), vm.field(b, func));
    return same === (operator === '==');
  };
  vm.hashers[id] = (_vm, ref) =>
    hash64s.xorHashes(
      hashes.pointerHash(vm.process.addressOf(vm.field(ref, self))),
      hash64Of(vm.process, vm.field(ref, func)),
    );
}

function codeValue(read: (vm: Interpreter, runtime: CodeRuntime) => number): GetSet {
  return { get: (vm, self) => read(vm, vm.codes.ofObject(self)), member: true };
}

type Part = 'varnames' | 'names' | 'cellvars' | 'freevars' | 'consts';

/** Tuples that code objects keep. */
const keptTuples = new WeakMap<CodeRuntime, Map<Part, number>>();

/**
 * A tuple that the code object has: there from the start up to 3.10; later the names of variables are kept in another form, of which a
 * tuple is made whenever somebody asks (3.11), or once (3.12, _co_cached).
 */
function part(vm: Interpreter, runtime: CodeRuntime, name: Part, items: () => readonly number[]): number {
  const { codeNames } = vm.rules;
  const asked = name === 'names' || name === 'consts' ? 'kept' : codeNames;
  if (asked === 'made') return vm.tupleOf(items());
  const kept = keptTuples.get(runtime) ?? new Map<Part, number>();
  keptTuples.set(runtime, kept);
  let tuple = kept.get(name);
  if (tuple === undefined) {
    const all = items();
    tuple = asked === 'cached' || all.length === 0 ? vm.tupleOf(all) : vm.newOutsideTuple(all);
    kept.set(name, tuple);
  }
  return vm.own(tuple);
}

function names(name: Part, of: (code: CodeRuntime['code']) => readonly string[]): GetSet {
  return codeValue((vm, runtime) =>
    part(vm, runtime, name, () => of(runtime.code).map((text) => vm.name(text))),
  );
}

export const CODE: TypeDefinition = {
  name: 'code',
  methods: { replace: REPLACE },
  getsets: {
    co_name: codeValue((vm, { code }) => vm.name(code.name)),
    co_qualname: codeValue((vm, { code }) => vm.name(code.qualname)),
    co_filename: codeValue((vm, { code }) => vm.newStr(code.filename)),
    co_firstlineno: codeValue((vm, { code }) => vm.newInt(code.firstLine)),
    co_argcount: codeValue((vm, { code }) => vm.newInt(code.argCount)),
    co_posonlyargcount: codeValue((vm, { code }) => vm.newInt(code.posOnlyCount)),
    co_kwonlyargcount: codeValue((vm, { code }) => vm.newInt(code.kwOnlyCount)),
    co_nlocals: codeValue((vm, { localCount }) => vm.newInt(localCount)),
    co_stacksize: codeValue((vm, { code }) => vm.newInt(code.coStackSize)),
    co_flags: codeValue((vm, { code }) => vm.newInt(code.flags)),
    co_varnames: names('varnames', (code) => code.varNames),
    co_names: names('names', (code) => code.names),
    co_cellvars: names('cellvars', (code) => code.cellVars),
    co_freevars: names('freevars', (code) => code.freeVars),
    // It is the tuple that holds them already, so its items are borrowed while the code lives (CodeTable lends them).
    co_consts: codeValue((vm, runtime) => {
      const tuple = part(vm, runtime, 'consts', () => runtime.consts);
      if (runtime.consts.length > 0) runtime.constsTuple = tuple;
      return tuple;
    }),
  },
};

/** Cells compare as what they hold does, an empty one before all others (cell_richcompare). */
function compareCells(vm: Interpreter, a: number, b: number, operator: string): boolean | null {
  if (vm.heap.typeOf(a) !== vm.heap.typeOf(b)) return null;
  const [left, right] = [vm.field(a, 0), vm.field(b, 0)];
  if (left !== 0 && right !== 0)
    return vm.guard(vm.compare(left, right, operator), (answer) => vm.truth(answer));
  const order = Number(left !== 0) - Number(right !== 0);
  return trueOfOrder(operator, order);
}

/** cell_repr */
function cellText(vm: Interpreter, cell: number): string {
  const held = vm.field(cell, 0);
  const shown = held === 0 ? 'empty' : `${vm.typeName(held)} object at ${addressText(vm, held)}`;
  return `<cell at ${addressText(vm, cell)}: ${shown}>`;
}

export function installCells(vm: Interpreter): void {
  vm.comparers[vm.classes.named('cell').info.id] = compareCells;
}

export const CELL: TypeDefinition = {
  name: 'cell',
  construct: MAKE_CELL,
  methods: { __repr__: native((vm, [self = 0]) => vm.newStr(cellText(vm, self))) },
  getsets: {
    cell_contents: {
      get: (vm, self) => {
        if (vm.field(self, 0) === 0) throw new PythonRaise('ValueError', 'Cell is empty');
        return vm.own(vm.field(self, 0));
      },
      set: (vm, self, value) => vm.setField(self, 0, vm.own(value)),
      delete: (vm, self) => vm.setField(self, 0, 0),
    },
  },
};

/** tb_next_set: another traceback or None, and no loop (traceback.c). */
function setNext(vm: Interpreter, self: number, value: number): void {
  const next = vm.isNone(value) ? 0 : value;
  if (next !== 0 && vm.classes.of(next) !== vm.classes.of(self)) {
    const kind = vm.classes.of(value).name;
    throw new PythonRaise('TypeError', `expected traceback object or None, got '${kind}'`);
  }
  for (let at = next; at !== 0; at = vm.field(at, TB.NEXT))
    if (at === self) throw new PythonRaise('ValueError', 'traceback loop detected');
  vm.setField(self, TB.NEXT, next === 0 ? 0 : vm.own(next));
}

export const TRACEBACK: TypeDefinition = {
  name: 'traceback',
  getsets: {
    tb_next: { ...readOnly(TB.NEXT), set: setNext },
    tb_frame: readOnly(TB.FRAME),
    tb_lineno: { get: (vm, self) => vm.newInt((vm.heap.payload(self) as TracebackPlace).line) },
    tb_lasti: { get: (vm, self) => vm.newInt(2 * (vm.heap.payload(self) as TracebackPlace).at) },
  },
};
