/** Instructions of annotation scopes and of what is generic (PEP 695; intrinsics.c, 3.12). */
import { INTRINSIC_1, INTRINSIC_2 } from '../../compile/opcodes.ts';
import { newTypeAlias, withUnpacked } from '../../modules/typing/alias.ts';
import { askTyping, newVariable, setDefault } from '../../modules/typing/variables.ts';
import { FN } from '../calls/functions.ts';
import type { Frame } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import type { OpTable } from './handlers.ts';
import { loadDeref, loadGlobal, nameIn, pop, push } from './ops-names.ts';

type Intrinsic1 = (vm: Interpreter, value: number) => number;

const ONE: Readonly<Record<number, Intrinsic1>> = {
  [INTRINSIC_1.TYPEVAR]: (vm, name) => newVariable(vm, 'TypeVar', name),
  [INTRINSIC_1.PARAMSPEC]: (vm, name) => newVariable(vm, 'ParamSpec', name),
  [INTRINSIC_1.TYPEVARTUPLE]: (vm, name) => newVariable(vm, 'TypeVarTuple', name),
  [INTRINSIC_1.SUBSCRIPT_GENERIC]: subscriptGeneric,
  [INTRINSIC_1.TYPEALIAS]: newTypeAlias,
};

/** Generic[...], made by typing (_Py_subscript_generic). */
function subscriptGeneric(vm: Interpreter, params: number): number {
  const generic = vm.getAttr(vm.importModule('typing'), 'Generic');
  return vm.guard(generic, () =>
    vm.guard(withUnpacked(vm, params), (args) => askTyping(vm, '_GenericAlias', [generic, args])),
  );
}

/** Takes both over. */
type Intrinsic2 = (vm: Interpreter, first: number, second: number) => number;

const TWO: Readonly<Record<number, Intrinsic2>> = {
  [INTRINSIC_2.TYPEVAR_WITH_BOUND]: (vm, name, bound) =>
    vm.guard(name, () => newVariable(vm, 'TypeVar', name, { bound })),
  [INTRINSIC_2.TYPEVAR_WITH_CONSTRAINTS]: (vm, name, constraints) =>
    vm.guard(name, () => newVariable(vm, 'TypeVar', name, { constraints })),
  [INTRINSIC_2.SET_FUNCTION_TYPE_PARAMS]: (vm, func, params) => {
    vm.setField(func, FN.TYPE_PARAMS, params);
    return func;
  },
  [INTRINSIC_2.SET_TYPEPARAM_DEFAULT]: (vm, variable, later) => {
    setDefault(vm, variable, later);
    return variable;
  },
};

/** The name is looked for in the namespace on the stack, and then as `otherwise` does. */
function loadFrom(vm: Interpreter, frame: Frame, name: string, otherwise: () => void): void {
  vm.guard(pop(frame), (namespace) => {
    const found = nameIn(vm, namespace, name);
    if (found === 0) otherwise();
    else push(frame, found);
  });
}

export const TYPING_OPS: OpTable = {
  LOAD_LOCALS: (vm, frame) => push(frame, vm.own(frame.locals)),
  LOAD_FROM_DICT_OR_GLOBALS: (vm, frame, arg) =>
    loadFrom(vm, frame, frame.runtime.code.names[arg] as string, () => loadGlobal(vm, frame, arg)),
  LOAD_FROM_DICT_OR_DEREF: (vm, frame, arg) => {
    const { cellVars, freeVars } = frame.runtime.code;
    const name = [...cellVars, ...freeVars][arg] as string;
    loadFrom(vm, frame, name, () => loadDeref(vm, frame, arg));
  },
  CALL_INTRINSIC_1: (vm, frame, arg) =>
    push(
      frame,
      vm.guard(pop(frame), (value) => (ONE[arg] as Intrinsic1)(vm, value)),
    ),
  CALL_INTRINSIC_2: (vm, frame, arg) => {
    const second = pop(frame);
    push(frame, (TWO[arg] as Intrinsic2)(vm, pop(frame), second));
  },
};
