/** Where the placeholders of a string.Template are: its delimiter, then itself again, a name, a name in braces, or anything else. */
import { PythonRaise } from '../../../objects/index.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type NativeDefinition, native } from '../../eval/native.ts';
import { Pattern, UnsupportedPattern } from './pattern.ts';

const IGNORECASE = 2;
/** re.UNICODE, ASCII's opposite, and VERBOSE, which is added anyway. */
const HARMLESS = 32 | 64;

interface Syntax {
  readonly delimiter: readonly string[];
  readonly isDelimiter: (character: string, nth: number) => boolean;
  readonly named: Pattern;
  readonly braced: Pattern;
}

interface Placeholder {
  readonly start: number;
  readonly end: number;
  readonly kind: 'escaped' | 'named' | 'invalid';
  readonly name: string;
}

/** By what the class says, for all processes: a pattern is never written to. */
const syntaxes = new Map<string, Syntax>();
const MOST_SYNTAXES = 256;

/** The parts that Template.__init_subclass__ keeps: delimiter, idpattern, braceidpattern, flags. */
function syntaxOf(vm: Interpreter, parts: number): Syntax {
  const [delimiter = 0, id = 0, braced = 0, flags = 0] = vm.items(parts);
  const texts = [delimiter, id, braced].map((one) => vm.text(one));
  const key = JSON.stringify([...texts, vm.index(flags)]);
  const known = syntaxes.get(key);
  if (known !== undefined) return known;
  if (syntaxes.size >= MOST_SYNTAXES) syntaxes.clear();
  const made = compiled(texts, vm.index(flags));
  syntaxes.set(key, made);
  return made;
}

function compiled([delimiter = '', id = '', braced = '']: readonly string[], flags: number): Syntax {
  if ((flags & ~(IGNORECASE | HARMLESS)) !== 0) throw refused('flags', 'other flags than re.IGNORECASE');
  const ignoresCase = (flags & IGNORECASE) !== 0;
  const characters = Array.from(delimiter);
  if (characters.length === 0) throw refused('delimiter', 'an empty one');
  const folded = (one: string): string => (ignoresCase ? one.toLowerCase() : one);
  const pattern = (name: string, source: string, followedBy = ''): Pattern => {
    try {
      return new Pattern(source, { ignoresCase }, followedBy);
    } catch (error) {
      if (error instanceof UnsupportedPattern) throw refused(name, error.message);
      throw error;
    }
  };
  return {
    delimiter: characters,
    isDelimiter: (character, nth) => folded(character) === folded(characters[nth] as string),
    named: pattern('idpattern', id),
    braced: pattern('braceidpattern', braced, '}'),
  };
}

function refused(name: string, what: string): PythonRaise {
  return new PythonRaise('NotImplementedError', `string.Template.${name} is not supported here with ${what}`);
}

/** The length of the delimiter if the text has it here, or 0. */
function delimiterAt(text: readonly string[], at: number, syntax: Syntax): number {
  const { delimiter, isDelimiter } = syntax;
  const isThere = delimiter.every(
    (_, nth) => at + nth < text.length && isDelimiter(text[at + nth] as string, nth),
  );
  return isThere ? delimiter.length : 0;
}

function placeholderAt(text: readonly string[], start: number, syntax: Syntax): Placeholder | null {
  const length = delimiterAt(text, start, syntax);
  if (length === 0) return null;
  const after = start + length;
  const again = delimiterAt(text, after, syntax);
  if (again > 0) return { start, end: after + again, kind: 'escaped', name: '' };
  const named = (from: number, end: number, closing: number): Placeholder => {
    const name = text.slice(from, end - closing).join('');
    if (name === '') throw new PythonRaise('ValueError', 'Unrecognized named group in pattern');
    return { start, end, kind: 'named', name };
  };
  const plain = syntax.named.end(text, after);
  if (plain >= 0) return named(after, plain, 0);
  const braced = text[after] === '{' ? syntax.braced.end(text, after + 1) : -1;
  if (braced >= 0) return named(after + 1, braced, 1);
  return { start, end: after, kind: 'invalid', name: '' };
}

function placeholders(vm: Interpreter, [parts = 0, template = 0]: readonly number[]): number {
  if (!vm.isStr(template)) throw new PythonRaise('TypeError', vm.rules.expectedText(vm.typeName(template)));
  const text = Array.from(vm.text(template));
  const syntax = syntaxOf(vm, parts);
  const found: number[] = [];
  for (let at = 0; at < text.length; ) {
    const one = placeholderAt(text, at, syntax);
    vm.goThrough((one?.end ?? at + 1) - at);
    if (one !== null) found.push(newPlaceholder(vm, one));
    at = one?.end ?? at + 1;
  }
  return vm.listOf(found);
}

function newPlaceholder(vm: Interpreter, { start, end, kind, name }: Placeholder): number {
  return vm.tupleOf([vm.newInt(start), vm.newInt(end), vm.newStr(kind), vm.newStr(name)]);
}

export const TEMPLATE_FUNCTIONS: Readonly<Record<string, NativeDefinition>> = {
  /** All of them in a text, as tuples. */
  _placeholders: native(placeholders, { args: [2, 2] }),
  /** Complains of a syntax that is not written here. */
  _check: native(
    (vm, [parts = 0]) => {
      syntaxOf(vm, parts);
      return vm.none();
    },
    { args: [1, 1] },
  ),
};
