/** code.replace (codeobject.c:code_replace_impl): another code object of which some parts differ, so far as they can here. */
import { PythonRaise } from '../../../objects/index.ts';
import type { CodeObject } from '../../compile/code-object.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native } from '../../eval/native.ts';
import { clinicInt, strArgument } from '../arguments.ts';

const int = (vm: Interpreter, ref: number): number => clinicInt(vm, ref);
const text = (vm: Interpreter, ref: number, name: string): string =>
  strArgument(vm, ref, `replace() argument '${name}'`);

type Part = (vm: Interpreter, ref: number, name: string) => Partial<CodeObject>;

/** Parts that instructions do not depend on. */
const PARTS: Readonly<Record<string, Part>> = {
  co_flags: (vm, ref) => ({ flags: int(vm, ref) }),
  co_firstlineno: (vm, ref) => ({ firstLine: int(vm, ref) }),
  co_filename: (vm, ref, name) => ({ filename: text(vm, ref, name) }),
  co_name: (vm, ref, name) => ({ name: text(vm, ref, name) }),
  co_qualname: (vm, ref, name) => ({ qualname: text(vm, ref, name) }),
};

const OTHERS =
  'co_argcount co_posonlyargcount co_kwonlyargcount co_nlocals co_stacksize co_code co_consts co_names co_varnames co_freevars co_cellvars co_linetable co_exceptiontable';
const NAMES = [...OTHERS.split(' '), ...Object.keys(PARTS)];

export const REPLACE = native(
  (vm, [self = 0, ...given]) => {
    let code = vm.codes.ofObject(self).code;
    for (const [at, name] of NAMES.entries()) {
      const ref = given[at] ?? 0;
      if (ref === 0) continue;
      const part = PARTS[name];
      if (part === undefined)
        throw new PythonRaise('TypeError', `code.replace(${name}=...) is not supported here`);
      code = { ...code, ...part(vm, ref, name) };
    }
    return vm.own(vm.codes.load(code).ref);
  },
  { args: [0, 0], keywords: ['*', ...NAMES] },
);
