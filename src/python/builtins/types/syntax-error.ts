/** SyntaxError (exceptions.c): its attributes, and what str() says. */
import { SYNTAX_ERROR } from '../../eval/exceptions/exception-fields.ts';
import { syntaxDetails } from '../../eval/exceptions/syntax-errors.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native, type TypeDefinition } from '../../eval/native.ts';
import { exceptionConstruct, exceptionInit, kept } from './exception-values.ts';

/** SyntaxError_str: the name of the file without its folder, and the line. */
function str(vm: Interpreter, [self = 0]: readonly number[]): number {
  const { msg, filename, lineno } = syntaxDetails(vm, self);
  const said = msg ?? 'None';
  const file = filename?.slice(filename.lastIndexOf('/') + 1) ?? null;
  if (file !== null && lineno !== null) return vm.newStr(`${said} (${file}, line ${lineno})`);
  if (file !== null) return vm.newStr(`${said} (${file})`);
  return vm.newStr(lineno === null ? said : `${said} (line ${lineno})`);
}

export const SYNTAX_ERROR_TYPE: TypeDefinition = {
  name: 'SyntaxError',
  construct: exceptionConstruct('SyntaxError'),
  methods: { __init__: exceptionInit(), __str__: native(str) },
  getsets: Object.fromEntries(
    Object.entries(SYNTAX_ERROR).map(([name, place]) => [name.toLowerCase(), kept(place)]),
  ),
};
