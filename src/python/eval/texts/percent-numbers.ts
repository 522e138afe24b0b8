/** What '%d', '%f' and '%c' take for a number or a character (unicodeobject.c:mainformatlong, formatchar; bytesobject.c likewise). */
import { floatBits, type ints, PythonRaise, percentRenders, type percents } from '../../../objects/index.ts';
import { specialSteps } from '../calls/call-steps.ts';
import type { Steps } from '../calls/waiting.ts';
import type { Interpreter } from '../interpreter.ts';
import { askedIndex } from '../operators/subscripts.ts';

const DECIMAL = 'diu';

/** The int that one of these methods answers; null without them, or when the answer is none. */
function answered(vm: Interpreter, value: number, names: readonly string[]): ints.PyInt | null {
  for (const name of names) {
    const method = vm.special(value, name);
    if (method === 0) continue;
    const { conversions } = vm;
    if (conversions !== null) return conversions.ask(value, name, () => intSteps(vm, method, value));
    return vm.guard(vm.callSpecial(method, value), (answer) => intOrNull(vm, answer));
  }
  return null;
}

function* intSteps(vm: Interpreter, method: number, value: number): Steps<ints.PyInt | null> {
  const answer = yield* specialSteps(vm, method, value);
  return vm.guard(answer, () => intOrNull(vm, answer));
}

function intOrNull(vm: Interpreter, answer: number): ints.PyInt | null {
  return vm.isInt(answer) ? vm.int(answer) : null;
}

/** The same; an error of this class that the method raises counts for no answer, as the format has words of its own for it. */
function answeredOrNone(
  vm: Interpreter,
  value: number,
  { names, hidden }: { readonly names: readonly string[]; readonly hidden: string },
): ints.PyInt | null {
  try {
    return answered(vm, value, names);
  } catch (error) {
    if (vm.catches(error, hidden)) return null;
    throw error;
  }
}

/** Decimal conversions take what int() takes and is no text; the others want an index. */
export function wholeNumber(vm: Interpreter, value: number, conversion: string): ints.PyInt {
  if (vm.isInt(value)) return vm.int(value);
  const decimal = DECIMAL.includes(conversion);
  if (decimal && vm.isFloat(value)) return floatBits.floatToInt(vm.heap.number(value));
  const found = answeredOrNone(vm, value, {
    names: decimal ? ['__int__', '__index__'] : ['__index__'],
    hidden: 'TypeError',
  });
  if (found !== null) return found;
  const wanted = decimal ? vm.words.percentNumber : 'an integer is required';
  throw new PythonRaise('TypeError', `%${conversion} format: ${wanted}, not ${vm.typeName(value)}`);
}

function* floatSteps(vm: Interpreter, method: number, value: number): Steps {
  const answer = yield* specialSteps(vm, method, value);
  return vm.guard(answer, () => floatAnswered(vm, value, answer));
}

function floatAnswered(vm: Interpreter, value: number, answer: number): number {
  if (vm.isFloat(answer)) return vm.heap.number(answer);
  const [of, given] = [vm.typeName(value), vm.typeName(answer)];
  throw new PythonRaise('TypeError', `${of}.__float__ returned non-float (type ${given})`);
}

/** PyFloat_AsDouble. Bytes have words of their own for whatever it raises (bytesobject.c:formatfloat). */
export function realNumber(vm: Interpreter, value: number, kind: percents.PercentKind): number {
  if (kind === 'string') return asDouble(vm, value);
  try {
    return asDouble(vm, value);
  } catch (error) {
    if (!vm.catches(error, 'BaseException')) throw error;
    throw new PythonRaise('TypeError', `float argument required, not ${vm.typeName(value)}`);
  }
}

function asDouble(vm: Interpreter, value: number): number {
  if (vm.isFloat(value) || vm.isInt(value)) return vm.float(value);
  const method = vm.special(value, '__float__');
  if (method !== 0) {
    const { conversions } = vm;
    if (conversions !== null) return conversions.ask(value, '__float__', () => floatSteps(vm, method, value));
    return vm.guard(vm.callSpecial(method, value), (answer) => floatAnswered(vm, value, answer));
  }
  const index = vm.special(value, '__index__');
  if (index === 0) throw new PythonRaise('TypeError', `must be real number, not ${vm.typeName(value)}`);
  return vm.guard(vm.newInt(askedIndex(vm, index, value)), (made) => vm.float(made));
}

/** A single character, or the number of one. */
export function character(vm: Interpreter, value: number, kind: percents.PercentKind): ints.PyInt | string {
  if (kind === 'string' && vm.isStr(value)) {
    const text = vm.text(value);
    if (Array.from(text).length === 1) return text;
    throw new PythonRaise('TypeError', percentRenders.CHARACTER_REQUIRED);
  }
  if (kind === 'bytes' && (vm.isBytes(value) || vm.infoOf(value) === vm.process.types.bytearray)) {
    const bytes = vm.anyBytes(value);
    if (bytes.length === 1) return bytes[0] as number;
    throw new PythonRaise('TypeError', percentRenders.BYTE_REQUIRED);
  }
  const hidden = kind === 'string' ? vm.rules.percentCharacterHides : 'TypeError';
  const found = vm.isInt(value) ? vm.int(value) : answeredOrNone(vm, value, { names: ['__index__'], hidden });
  if (found !== null) return found;
  const words = kind === 'bytes' ? percentRenders.BYTE_REQUIRED : percentRenders.CHARACTER_REQUIRED;
  throw new PythonRaise('TypeError', words);
}
