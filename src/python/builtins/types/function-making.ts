/** types.FunctionType(code, globals, ...) and types.CellType(...) (funcobject.c:func_new_impl, cellobject.c:cell_new). */
import { PythonRaise } from '../../../objects/index.ts';
import { FN, newCell, newFunction } from '../../eval/calls/functions.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native } from '../../eval/native.ts';

type Args = readonly number[];

const wrong = (message: string): PythonRaise => new PythonRaise('TypeError', message);

/** The argument, 0 for None and where there is none. */
function given(vm: Interpreter, value: number): number {
  return value === 0 || vm.isNone(value) ? 0 : value;
}

function isOf(vm: Interpreter, value: number, name: string): boolean {
  return vm.classes.of(value) === vm.classes.named(name);
}

/** As many cells as the code has free variables. */
function checkClosure(vm: Interpreter, code: number, closure: number): void {
  const { code: compiled } = vm.codes.ofObject(code);
  const wanted = compiled.freeVars.length;
  if (closure !== 0 && !vm.isTuple(closure)) throw wrong('arg 5 (closure) must be None or tuple');
  if (closure === 0 && wanted > 0) throw wrong('arg 5 (closure) must be tuple');
  const cells = closure === 0 ? [] : vm.items(closure);
  if (cells.length !== wanted) {
    throw new PythonRaise(
      'ValueError',
      `${compiled.name} requires closure of length ${wanted}, not ${cells.length}`,
    );
  }
  for (const cell of cells)
    if (!isOf(vm, cell, 'cell')) throw wrong(`arg 5 (closure) expected cell, found ${vm.typeName(cell)}`);
}

function makeFunction(vm: Interpreter, args: Args): number {
  const [, code = 0, globals = 0] = args;
  const [name, defaults, closure] = [3, 4, 5].map((at) => given(vm, args[at] ?? 0)) as [
    number,
    number,
    number,
  ];
  if (!isOf(vm, code, 'code'))
    throw wrong(`function() argument 'code' must be code, not ${vm.typeName(code)}`);
  if (!vm.isDict(globals))
    throw wrong(`function() argument 'globals' must be dict, not ${vm.typeName(globals)}`);
  if (name !== 0 && !vm.isStr(name)) throw wrong('arg 3 (name) must be None or string');
  if (defaults !== 0 && !vm.isTuple(defaults)) throw wrong('arg 4 (defaults) must be None or tuple');
  checkClosure(vm, code, closure);
  const made = newFunction(vm, code, globals, {
    defaults: defaults === 0 ? 0 : vm.own(defaults),
    kwdefaults: 0,
    annotations: 0,
    closure: closure === 0 ? 0 : vm.own(closure),
    qualname: vm.codes.ofObject(code).code.name,
  });
  if (name !== 0) vm.setField(made, FN.NAME, vm.own(name));
  return made;
}

export const MAKE_FUNCTION = native(makeFunction, {
  args: [2, 5],
  keywords: ['code', 'globals', 'name', 'argdefs', 'closure'],
});

export const MAKE_CELL = native((vm, [, content = 0]) => newCell(vm, content === 0 ? 0 : vm.own(content)), {
  args: [0, 1],
  throughTuple: true,
});
