/** 'text' % values (unicodeobject.c:PyUnicode_Format; bytes likewise). */
import { bytesMethods, intTexts, PythonRaise, percentRenders, percents } from '../../../objects/index.ts';
import { asksForNumber, converting } from '../calls/conversions.ts';
import { owning, type Steps } from '../calls/waiting.ts';
import type { Interpreter } from '../interpreter.ts';
import { itemSteps } from '../operators/subscripts.ts';
import { character, realNumber, wholeNumber } from './percent-numbers.ts';
import { asksForText, intRules, reprSteps, strTextSteps } from './text.ts';
import { FORMAT_ROOM, type TextWriter, writingSteps } from './text-writer.ts';

type Field = percents.PercentField;

export function percentFormat(vm: Interpreter, format: number, values: number): number {
  return vm.finish(percentSteps(vm, format, values));
}

/** The same in steps. */
export function* percentSteps(vm: Interpreter, format: number, values: number): Steps {
  const isBytes = !vm.isStr(format);
  const text = isBytes ? bytesMethods.bytesToLatin1(vm.anyBytes(format)) : vm.text(format);
  const source = new PercentValues(vm, values);
  const room = text.length + FORMAT_ROOM;
  if (!isBytes)
    return yield* writingSteps(vm, room, function* (writer) {
      return writer.result(yield* fieldsOf(vm, text, source, { isBytes, writer }));
    });
  const out = yield* writingSteps(vm, room, (writer) => fieldsOf(vm, text, source, { isBytes, writer }));
  const bytes = bytesMethods.latin1ToBytes(out);
  return vm.infoOf(format) === vm.process.types.bytearray ? vm.newBytearray(bytes) : vm.newBytes(bytes);
}

function* fieldsOf(
  vm: Interpreter,
  text: string,
  source: PercentValues,
  { isBytes, writer }: { readonly isBytes: boolean; readonly writer: TextWriter },
): Steps<string> {
  const kind: percents.PercentKind = isBytes ? 'bytes' : 'string';
  let out = '';
  let at = 0;
  const put = (part: string, value = 0, laidOut = false): void => {
    out += part;
    if (isBytes) return;
    if (value === 0) writer.write(part);
    else writer.writeValue(value, part, laidOut);
  };
  for (
    let field = percents.nextPercentField(text, at, kind);
    field !== null;
    field = percents.nextPercentField(text, at, kind)
  ) {
    at = field.next;
    const isLast = at >= text.length;
    if (isLast && field.conversion === '') writer.lastPart();
    put(field.literal);
    if (isLast) writer.lastPart();
    if (field.conversion !== '') yield* renderField(vm, source, field, { kind, put });
    if (field.fault !== null) throw field.fault;
  }
  source.finish(kind);
  return out;
}

/** The values of a format: a tuple one by one, a mapping by name, or a single one. */
class PercentValues {
  readonly #vm: Interpreter;
  readonly #values: number;
  readonly #items: readonly number[] | null;
  #taken = 0;
  #named = false;

  constructor(vm: Interpreter, values: number) {
    this.#vm = vm;
    this.#values = values;
    this.#items = vm.isTuple(values) ? vm.items(values) : null;
  }

  /** Borrowed. */
  take(): number {
    const items = this.#items ?? [this.#values];
    const value = items[this.#taken];
    if (value === undefined || (this.#named && this.#items === null))
      throw new PythonRaise('TypeError', percents.NOT_ENOUGH_ARGUMENTS);
    this.#taken++;
    return value;
  }

  /** A new reference. */
  *named(key: string, kind: percents.PercentKind): Steps {
    const vm = this.#vm;
    if (!this.#isMapping(kind)) throw new PythonRaise('TypeError', percents.NO_MAPPING);
    this.#named = true;
    const made = kind === 'bytes' ? vm.newBytes(bytesMethods.latin1ToBytes(key)) : vm.newStr(key);
    return yield* owning(vm, [made], itemSteps(vm, this.#values, made));
  }

  finish(kind: percents.PercentKind): void {
    if (this.#taken < (this.#items?.length ?? 1) && !this.#isMapping(kind))
      throw new PythonRaise('TypeError', percents.notAllConverted(kind));
  }

  /** Of a mapping not every value need be asked for; texts of the format's own kind are none (unicode_format, _PyBytes_FormatEx). */
  #isMapping(kind: percents.PercentKind): boolean {
    const vm = this.#vm;
    const values = this.#values;
    const isBytes = vm.isBytes(values) || vm.infoOf(values) === vm.process.types.bytearray;
    if (this.#items !== null || vm.isStr(values) || (kind === 'bytes' && isBytes)) return false;
    return vm.isDict(values) || vm.special(values, '__getitem__') !== 0;
  }
}

function star(vm: Interpreter, source: PercentValues): number {
  const value = source.take();
  if (!vm.isInt(value)) throw new PythonRaise('TypeError', percents.STAR_WANTS_INT);
  return vm.index(value);
}

/** Where the text of a value goes. */
interface Target {
  readonly kind: percents.PercentKind;
  readonly put: (part: string, value: number, laidOut: boolean) => void;
}

function* renderField(
  vm: Interpreter,
  source: PercentValues,
  field: Field,
  { kind, put }: Target,
): Steps<void> {
  const named = field.key === null ? 0 : yield* source.named(field.key, kind);
  const width = field.width === '*' ? star(vm, source) : 0;
  const precision = field.precision === '*' ? star(vm, source) : 0;
  const shape = percentRenders.percentShape(field, width, precision);
  const laidOut = isLaidOut(shape);
  const passes = !laidOut && DIRECT.has(shape.conversion);
  const value = named === 0 ? source.take() : named;
  try {
    const part = yield* valueSteps(vm, value, shape, field, kind);
    // The repr of a str is another str, as that of any other object.
    const shown = SHOWN.has(shape.conversion) && vm.isStr(value) ? vm.process.none : value;
    put(part, passes ? 0 : shown, laidOut);
  } finally {
    if (named !== 0) vm.decref(named);
  }
}

/** What Python code says of it, where it is asked for its text. */
function* valueSteps(
  vm: Interpreter,
  value: number,
  shape: percentRenders.PercentShape,
  field: Field,
  kind: percents.PercentKind,
): Steps<string> {
  const { conversion } = shape;
  const rendered = (): string => renderValue(vm, value, shape, field, kind);
  if (asksForNumber(vm, value) && IN_NUMBERS.has(conversion)) return yield* converting(vm, rendered);
  if (kind === 'bytes' || !asksForText(vm, value)) return rendered();
  if (conversion === 's') return percentRenders.percentText(yield* strTextSteps(vm, value), shape);
  if (conversion === 'r') return percentRenders.percentText(yield* reprSteps(vm, value), shape);
  return rendered();
}

/** What asks a value for a number. */
const IN_NUMBERS: ReadonlySet<string> = new Set('diuoxXeEfFgGc');

/** Written without an object of their own: a character, and digits whose base is a power of two (long_format_binary). */
const DIRECT: ReadonlySet<string> = new Set(['c', 'o', 'x']);

/** By repr() and ascii(). */
const SHOWN: ReadonlySet<string> = new Set(['r', 'a']);

/** More than the number itself is asked for (mainformatlong). */
function isLaidOut({ width, precision, flags }: percentRenders.PercentShape): boolean {
  return width !== -1 || precision !== -1 || flags.plus || flags.blank;
}

/** format_obj of bytesobject.c: what a bytes-like object holds, or what `__bytes__` answers. */
function bytesFrom(vm: Interpreter, value: number): string {
  const method = vm.isBytes(value) ? 0 : vm.special(value, '__bytes__');
  if (method !== 0)
    return vm.guard(vm.callBound(method, value), (answer) => {
      if (vm.isBytes(answer)) return bytesMethods.bytesToLatin1(vm.anyBytes(answer));
      throw new PythonRaise('TypeError', `__bytes__ returned non-bytes (type ${vm.typeName(answer)})`);
    });
  const { bytearray } = vm.process.types;
  const info = vm.infoOf(value);
  if (vm.isBytes(value) || info === bytearray || vm.buffers[info.id] !== undefined)
    return bytesMethods.bytesToLatin1(vm.anyBytes(value));
  throw new PythonRaise(
    'TypeError',
    `%b requires a bytes-like object, or an object that implements __bytes__, not '${vm.typeName(value)}'`,
  );
}

function renderValue(
  vm: Interpreter,
  value: number,
  shape: percentRenders.PercentShape,
  field: Field,
  kind: percents.PercentKind,
): string {
  const { conversion } = shape;
  switch (conversion) {
    case 's':
      return percentRenders.percentText(kind === 'bytes' ? bytesFrom(vm, value) : vm.str(value), shape);
    case 'b':
      if (kind === 'string') throw percents.unsupportedConversion(field, kind);
      return percentRenders.percentText(bytesFrom(vm, value), shape);
    case 'r':
      return percentRenders.percentText(kind === 'bytes' ? vm.ascii(value) : vm.repr(value), shape);
    case 'a':
      return percentRenders.percentText(vm.ascii(value), shape);
    case 'c':
      return percentRenders.percentCharacter(character(vm, value, kind), shape, {
        kind,
        profile: vm.process.values,
      });
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X': {
      const int = wholeNumber(vm, value, conversion);
      return percentRenders.percentInteger(int, intTexts.intRepr(int, intRules(vm)), shape);
    }
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return percentRenders.percentFloat(realNumber(vm, value, kind), shape);
    default:
      throw percents.unsupportedConversion(field, kind);
  }
}
