/** SyntaxError (exceptions.c): its attributes, and what str() says. */
import { PythonRaise } from '../../../objects/index.ts';
import { EXC, newException } from '../../eval/exceptions/raise.ts';
import { type SyntaxDetails, setSyntaxDetails, syntaxDetails } from '../../eval/exceptions/syntax-errors.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type GetSet, native, type TypeDefinition } from '../../eval/native.ts';

type Args = readonly number[];

function construct(vm: Interpreter, [ofClass = 0, ...given]: Args): number {
  const tuple = vm.callTuple;
  vm.callTuple = 0;
  const type = vm.classes.forObject(ofClass) ?? vm.classes.named('SyntaxError');
  const [msg = 0, place = 0] = given;
  const items = given.length === 2 ? placeOf(vm, place) : [];
  const made = newException(vm, type, given, tuple);
  if (msg === 0) return made;
  const text = (ref = 0): string | null => (ref !== 0 && vm.isStr(ref) ? vm.text(ref) : null);
  const number = (ref = 0): number | null => (ref !== 0 && vm.isInt(ref) ? Number(vm.int(ref)) : null);
  setSyntaxDetails(vm, made, {
    msg: text(msg),
    filename: text(items[0]),
    lineno: number(items[1]),
    offset: number(items[2]),
    text: text(items[3]),
    end_lineno: number(items[4]),
    end_offset: number(items[5]),
  });
  return made;
}

/** The second argument: file, line, offset, text, and from 3.10 line and offset of the end. */
function placeOf(vm: Interpreter, place: number): number[] {
  const items = vm.isTuple(place) || vm.isList(place) ? vm.items(place) : vm.collect(place);
  const { syntaxErrorsHaveEnds } = vm.rules;
  const enough = items.length === 4 || (syntaxErrorsHaveEnds && items.length === 6);
  if (enough) return items;
  if (!syntaxErrorsHaveEnds) throw new PythonRaise('IndexError', 'tuple index out of range');
  if (items.length === 5)
    throw new PythonRaise('TypeError', 'end_offset must be provided when end_lineno is provided');
  const bound = items.length < 4 ? 'at least 4 arguments' : 'at most 6 arguments';
  throw new PythonRaise('TypeError', `function takes ${bound} (${items.length} given)`);
}

/** The name of the file without its folder, and the line. */
function str(vm: Interpreter, [self = 0]: Args): number {
  const { msg, filename, lineno } = syntaxDetails(vm, self);
  const args = vm.field(self, EXC.ARGS);
  const said = msg ?? (vm.listSize(args) === 0 ? 'None' : vm.str(vm.itemAt(args, 0)));
  const file = filename?.slice(filename.lastIndexOf('/') + 1) ?? null;
  if (file !== null && lineno !== null) return vm.newStr(`${said} (${file}, line ${lineno})`);
  if (file !== null) return vm.newStr(`${said} (${file})`);
  return vm.newStr(lineno === null ? said : `${said} (line ${lineno})`);
}

function detail(name: keyof SyntaxDetails): GetSet {
  return {
    get: (vm, self) => {
      const value = syntaxDetails(vm, self)[name];
      if (value !== null) return typeof value === 'string' ? vm.newStr(value) : vm.newInt(value);
      const args = vm.field(self, EXC.ARGS);
      return name === 'msg' && vm.listSize(args) > 0 ? vm.own(vm.itemAt(args, 0)) : vm.none();
    },
    set: (vm, self, value) => {
      const told = vm.isStr(value) ? vm.text(value) : vm.isInt(value) ? Number(vm.int(value)) : null;
      setSyntaxDetails(vm, self, { ...syntaxDetails(vm, self), [name]: told });
    },
    member: true,
  };
}

const NAMES: readonly (keyof SyntaxDetails)[] = [
  'msg',
  'filename',
  'lineno',
  'offset',
  'text',
  'end_lineno',
  'end_offset',
];

export const SYNTAX_ERROR: TypeDefinition = {
  name: 'SyntaxError',
  construct: native(construct, { args: [0, Number.MAX_SAFE_INTEGER], anyKeywords: true, initKeywords: [] }),
  methods: { __str__: native(str) },
  getsets: {
    ...Object.fromEntries(NAMES.map((name) => [name, detail(name)])),
    print_file_and_line: { get: (vm) => vm.none(), member: true },
  },
};
