/**
 * The expressions of `eval` steps (area interning) as operations: literals with their constant folding, `tuple([])`, `a + N`.
 */
import type { GcStep } from './gc-format.ts';

type Fields = Readonly<Record<string, unknown>> & { readonly op: string };

const SUM_OF_NAME = /^([A-Za-z_]\w*) \+ (\d+)$/;
const WHOLE = /^-?\d[\d_]*$/;
const FRACTION = /^-?\d+\.\d*(e[+-]?\d+)?$/;
/** A complex with this real part instead: no operation makes another, and nothing that vectors ask shows the difference. */
const IMAGINARY = /^(\d+(?:\.\d*)?)j$/;
const TEXT = /^(b?)(['"])((?:[^'"\\]|\\.)*)\2$/;
const NAME = /^[A-Za-z_]\w*$/;
const CONSTANTS: Readonly<Record<string, unknown>> = { None: null, True: true, False: false };

/** `valueOf` gives the value of an int by its name. */
export function evalOperation(step: GcStep, valueOf: (name: string) => number | bigint): Fields {
  const as = String(step.as);
  const expression = String(step.expression).trim();
  if (expression === '()' || expression === 'tuple([])') return { op: 'new', type: 'tuple', as, items: [] };
  if (expression === '...') return { op: 'bind', name: as, to: 'Ellipsis' };
  if (expression in CONSTANTS) return { op: 'bind', name: as, to: { literal: CONSTANTS[expression] } };
  const imaginary = IMAGINARY.exec(expression);
  if (imaginary !== null) return { op: 'new', type: 'complex', as, value: Number(imaginary[1]) };
  const literal = literalOf(expression) ?? folded(expression);
  if (literal !== undefined) return { op: 'new', as, literal: true, ...literal };
  const sum = SUM_OF_NAME.exec(expression);
  if (sum !== null) {
    const value = BigInt(valueOf(sum[1] as string)) + BigInt(sum[2] as string);
    return { op: 'new', type: 'int', as, value: wholeNumber(value) };
  }
  if (NAME.test(expression)) return { op: 'bind', name: as, to: expression };
  throw new SyntaxError(`cannot translate the expression ${expression}`);
}

interface Literal {
  readonly type: 'int' | 'float' | 'str' | 'bytes';
  readonly value: number | string;
}

function literalOf(text: string): Literal | undefined {
  if (WHOLE.test(text)) return { type: 'int', value: wholeNumber(BigInt(text.replaceAll('_', ''))) };
  if (FRACTION.test(text)) return { type: 'float', value: Number(text) };
  const quoted = TEXT.exec(text);
  if (quoted === null) return undefined;
  return { type: quoted[1] === 'b' ? 'bytes' : 'str', value: unescapeText(quoted[3] as string) };
}

/** What the compiler makes of an operation on two literals. */
function folded(expression: string): Literal | undefined {
  const parts = /^(.+?) ([-+*]|\*\*) (.+)$/.exec(expression);
  const [left, right] = [literalOf(parts?.[1] ?? ''), literalOf(parts?.[3] ?? '')];
  if (left === undefined || right === undefined) return undefined;
  if (left.type === 'int' && right.type === 'int') {
    return {
      type: 'int',
      value: wholeNumber(ARITHMETIC[parts?.[2] as string]?.(BigInt(left.value), BigInt(right.value)) ?? 0n),
    };
  }
  if (left.type === right.type && parts?.[2] === '+') {
    const sum =
      left.type === 'float'
        ? Number(left.value) + Number(right.value)
        : String(left.value) + String(right.value);
    return { type: left.type, value: sum };
  }
  if (right.type !== 'int' || typeof left.value !== 'string' || parts?.[2] !== '*') return undefined;
  return { type: left.type, value: left.value.repeat(Number(right.value)) };
}

const ARITHMETIC: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '**': (a, b) => a ** b,
};

/** As the field `value` of `new` has it: too large for JSON, as a string of digits. */
function wholeNumber(value: bigint): number | string {
  const near = Number(value);
  return Number.isSafeInteger(near) ? near : String(value);
}

function unescapeText(text: string): string {
  return text.replace(/\\(x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|.)/gi, (_, escape: string) => {
    if (escape.length > 1) return String.fromCodePoint(Number.parseInt(escape.slice(1), 16));
    return { n: '\n', t: '\t', r: '\r', '0': '\0' }[escape] ?? escape;
  });
}
