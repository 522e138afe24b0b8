/** What library modules in Python ask about the version that they are of. */
import type { Interpreter } from '../eval/interpreter.ts';

export const MINOR = (vm: Interpreter): number => vm.newInt(vm.minor);
