/** Arithmetic of complex numbers with each other, and with ints and floats (complexobject.c). */
import { complexes, newComplex, PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../interpreter.ts';

/** 0: these types do not go together. */
export function complexOperation(vm: Interpreter, a: number, b: number, operator: string): number {
  const read = (ref: number): complexes.Complex | null => {
    if (vm.infoOf(ref) === vm.process.types.atoms.complex) return vm.heap.payload(ref) as complexes.Complex;
    return vm.isInt(ref) || vm.isFloat(ref) ? { re: vm.float(ref), im: 0 } : null;
  };
  const refusal = operator === '//' || operator === '%' ? vm.words.complexQuotient[operator] : null;
  if (refusal !== null) throw new PythonRaise('TypeError', refusal);
  const x = read(a);
  const y = read(b);
  if (x === null || y === null) return 0;
  switch (operator) {
    case '+':
      return newComplex(vm.process, complexes.complexAdd(x, y));
    case '-':
      return newComplex(vm.process, complexes.complexSubtract(x, y));
    case '*':
      return newComplex(vm.process, complexes.complexMultiply(x, y));
    case '/':
      return newComplex(vm.process, complexes.complexDivide(x, y));
    case '**':
      return newComplex(vm.process, complexes.complexPower(x, y));
    default:
      return 0;
  }
}
