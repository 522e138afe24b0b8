/** exec, eval and compile of texts (bltinmodule.c). Code runs in the namespaces that are given, or in those of the caller. */
import { PythonRaise } from '../../../objects/index.ts';
import type { Compiled } from '../../compile/compile.ts';
import { compileSource, MAX_SOURCE_LENGTH } from '../../compile-source.ts';
import { owning, type Steps } from '../../eval/calls/waiting.ts';
import { linkContext, Thrown } from '../../eval/exceptions/raise.ts';
import { syntaxException } from '../../eval/exceptions/syntax-errors.ts';
import { type Asked, isFiltered } from '../../eval/exceptions/warning-filters.ts';
import { syntaxWarningsText } from '../../eval/exceptions/warnings.ts';
import type { CodeRuntime } from '../../eval/frames/code-runtime.ts';
import { compilerContainers, type Left } from '../../eval/frames/compiler-containers.ts';
import { newFrame } from '../../eval/frames/frame.ts';
import { localsOf } from '../../eval/frames/frame-locals.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type Keywords, type NativeDefinition, native, resumable } from '../../eval/native.ts';
import { importName, relativeImport } from '../../eval/start/imports.ts';
import { tellError } from '../../eval/texts/error-output.ts';
import type { SyntaxWarning } from '../../syntax-warning.ts';

type Args = readonly number[];
/** A character that is compiled counts as much as reading so many bytes. */
const COMPILED_BYTES = 128;

type Mode = 'exec' | 'eval' | 'single';

interface Source {
  readonly text: string;
  readonly filename: string;
  readonly mode: Mode;
}

/** A text as code; SyntaxError as compile() raises it. */
function compiled(vm: Interpreter, { text, filename, mode }: Source): Compiled {
  if (text.length <= MAX_SOURCE_LENGTH) vm.goThrough(COMPILED_BYTES * text.length);
  const result = compileSource(text, { python: vm.process.config.python, filename, mode });
  const warned = result.warnings.filter((one) => !isFiltered(vm, compilersWarning(one, filename)));
  if (warned.length > 0) tellError(vm, [syntaxWarningsText(warned, filename, vm.sources)]);
  if (result.ok) return result;
  const line = result.error.line === null ? undefined : vm.sources.line(filename, result.error.line);
  // The compiler looks the line up in the file, which the text need not be from.
  const shown = result.parsed ? (line === undefined ? null : `${line}\n`) : result.error.text;
  const exception = syntaxException(vm, { ...result.error, text: shown }, filename);
  linkContext(vm, exception);
  throw new Thrown(exception);
}

/** Its module is its file (_warnings.c:normalize_module). */
function compilersWarning({ message, line }: SyntaxWarning, filename: string): Asked {
  return {
    category: 'SyntaxWarning',
    message,
    line,
    filename,
    module: filename.replace(/\.py$/, ''),
    registry: 0,
  };
}

/** The code on the heap, with what compiling it does there. */
function loaded(vm: Interpreter, parsed: Compiled): { readonly code: CodeRuntime; readonly left: Left } {
  const left = compilerContainers(vm, parsed.containers);
  const code = vm.codes.loadParsed(parsed, left.tuplesOf);
  left.codeIsLoaded();
  return { code, left };
}

/** The code to run; the syntax tree of a text lives until the code has run. */
function* withCode(vm: Interpreter, source: number, mode: Mode, use: (code: CodeRuntime) => Steps): Steps {
  if (vm.codes.isCode(source)) return yield* use(vm.codes.ofObject(source));
  if (vm.isStr(source)) {
    const text = mode === 'eval' ? vm.text(source).replace(/^[ \t]+/, '') : vm.text(source);
    const parsed = compiled(vm, { text, filename: '<string>', mode });
    const { code, left } = loaded(vm, parsed);
    try {
      return yield* use(code);
    } finally {
      vm.codes.release(code);
      vm.codes.forgetTree(parsed.inTree);
      left.treeGoes();
    }
  }
  const name = mode === 'eval' ? 'eval' : 'exec';
  throw new PythonRaise('TypeError', `${name}() arg 1 must be a string, bytes or code object`);
}

/** Runs code with these namespaces; both are borrowed. */
function* run(vm: Interpreter, code: CodeRuntime, globals: number, locals: number): Steps {
  const frame = newFrame(vm, code, globals);
  frame.locals = vm.own(locals);
  vm.pushFrame(frame);
  return yield frame;
}

function* runIn(vm: Interpreter, [source = 0, globals = 0, locals = 0]: Args, mode: Mode): Steps {
  const name = mode === 'eval' ? 'eval' : 'exec';
  const given = globals !== 0 && !vm.isNone(globals) ? globals : 0;
  if (given !== 0 && !vm.isDict(given))
    throw new PythonRaise('TypeError', `${name}() globals must be a dict, not ${vm.typeName(given)}`);
  const own =
    locals !== 0 && !vm.isNone(locals) ? vm.own(locals) : given !== 0 ? vm.own(given) : localsOf(vm);
  const running = given || (vm.frame?.globals as number);
  // Before a text is compiled.
  if (vm.readDict(running, '__builtins__') === 0) vm.put(running, '__builtins__', vm.own(vm.builtinsDict));
  const steps = withCode(vm, source, mode, (code) => run(vm, code, running, own));
  return yield* owning(vm, [own], steps);
}

function* exec(vm: Interpreter, args: Args): Steps {
  vm.decref(yield* runIn(vm, args, 'exec'));
  return vm.none();
}

function compile(vm: Interpreter, [source = 0, filename = 0, mode = 0]: Args, _keywords: Keywords): number {
  if (!vm.isStr(source))
    throw new PythonRaise('TypeError', 'compile() arg 1 must be a string, bytes or AST object');
  const kind = vm.text(mode);
  if (kind !== 'exec' && kind !== 'eval' && kind !== 'single')
    throw new PythonRaise('ValueError', "compile() mode must be 'exec', 'eval' or 'single'");
  const parsed = compiled(vm, { text: vm.text(source), filename: vm.text(filename), mode: kind });
  const { code, left } = loaded(vm, parsed);
  vm.codes.forgetTree(parsed.inTree);
  left.treeGoes();
  return code.ref;
}

/** __import__(name, globals, locals, fromlist, level): the statement as a function. */
function importByName(vm: Interpreter, [name = 0, , , fromlist = 0, level = 0]: Args): number {
  if (!vm.isStr(name)) throw new PythonRaise('TypeError', vm.words.importArgument(vm.typeName(name)));
  if (level !== 0 && vm.index(level) !== 0) throw relativeImport(vm);
  if (vm.text(name) === '') throw new PythonRaise('ValueError', 'Empty module name');
  return importName(vm, vm.text(name), fromlist !== 0 && vm.truth(fromlist));
}

const NAMESPACES = ['source', 'globals', 'locals'];

export const EXECUTING: Readonly<Record<string, NativeDefinition>> = {
  __import__: native(importByName, {
    args: [1, 5],
    keywords: ['name', 'globals', 'locals', 'fromlist', 'level'],
  }),
  exec: resumable(exec, { args: [1, 3], keywords: NAMESPACES }),
  eval: resumable((vm, args) => runIn(vm, args, 'eval'), { args: [1, 3], keywords: NAMESPACES }),
  compile: native(compile, {
    args: [3, 3],
    keywords: ['source', 'filename', 'mode', 'flags', 'dont_inherit', 'optimize'],
  }),
};
