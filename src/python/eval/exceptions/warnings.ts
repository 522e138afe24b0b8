/** Warnings as they are shown (_warnings.c:show_warning): where, what, and the line of the source. */
import type { SyntaxWarning } from '../../syntax-warning.ts';
import { currentLine, type Frame, frameObject } from '../frames/frame.ts';
import type { Interpreter } from '../interpreter.ts';
import { tellError } from '../texts/error-output.ts';
import { leaveReadingContainers } from './source-reading.ts';
import { NO_SOURCES, type Sources } from './sources.ts';
import type { SourceLines } from './traceback-text.ts';
import { isFiltered } from './warning-filters.ts';

export interface Warning extends SyntaxWarning {
  readonly category: string;
  readonly filename: string;
}

export function warningText({ category, filename, line, message }: Warning, sources: SourceLines): string {
  const shown = sources.line(filename, line)?.replace(/^[ \t\f]+/, '');
  return `${filename}:${line}: ${category}: ${message}\n${shown === undefined || shown === '' ? '' : `  ${shown}\n`}`;
}

/** What the compiler warned of. */
export function syntaxWarningsText(
  warnings: readonly SyntaxWarning[],
  filename: string,
  sources: Sources,
): string {
  return warnings
    .map((one) => warningText({ ...one, category: 'SyntaxWarning', filename }, sources))
    .join('');
}

interface WarnedPlace {
  readonly filename: string;
  readonly line: number;
  readonly globals: number;
}

function placeOf(frame: Frame): WarnedPlace {
  return { filename: frame.runtime.code.filename, line: currentLine(frame), globals: frame.globals };
}

/** Where no frame runs, as at the end, the module sys is warned of (_warnings.c:setup_context). */
function outsideFrames(vm: Interpreter): WarnedPlace {
  return { ...vm.words.warnsWithoutFrame, globals: vm.field(vm.importModule('sys'), 0) };
}

const REGISTRY = '__warningregistry__';

/**
 * PyErr_WarnEx from the frame that runs: shown once for each line of a module, which its `__warningregistry__` remembers. Of the
 * program's own module all are shown; elsewhere those about deprecation are not (the filters that an interpreter starts with).
 */
export function warn(
  vm: Interpreter,
  category: 'DeprecationWarning' | 'RuntimeWarning',
  message: string,
  more = '',
): void {
  const { frame } = vm;
  const { filename, line, globals } = frame === null ? outsideFrames(vm) : placeOf(frame);
  const name = vm.readDict(globals, '__name__');
  const module = name !== 0 && vm.isStr(name) ? vm.text(name) : '<string>';
  const known = vm.readDict(globals, REGISTRY);
  if (isFiltered(vm, { category, message, filename, line, module, registry: known })) return;
  if (category === 'DeprecationWarning' && module !== '__main__') return;
  if (frame !== null) frameObject(vm, frame);
  const registry = registryOf(vm, globals);
  const shown = vm.newStr(message);
  const warning = vm.guard(shown, () => vm.newExceptionNamed(category, [shown]));
  vm.guard(warning, () => {
    if (isKnown(vm, registry, { category, message, line })) return;
    vm.decref(vm.newTuple([vm.process.none]));
    const text = warningText({ category, message, filename, line }, vm.modulesGone ? NO_SOURCES : vm.sources);
    // What comes after the line is told by the module warnings, which is gone with the others.
    show(vm, text, vm.modulesGone ? '' : more);
  });
}

/** Notes the warning in the registry, which tells whether it was there (_warnings.c:already_warned). */
function isKnown(
  vm: Interpreter,
  registry: number,
  { category, message, line }: Pick<Warning, 'category' | 'message' | 'line'>,
): boolean {
  const key = vm.tupleOf([vm.newStr(message), vm.own(vm.classes.named(category).ref), vm.newInt(line)]);
  return vm.guard(key, () => {
    if (vm.contains(registry, key)) return true;
    const yes = vm.bool(true);
    vm.guard(yes, () => vm.setItem(registry, key, yes));
    return false;
  });
}

function show(vm: Interpreter, text: string, more: string): void {
  const target = vm.replacedError();
  if (target !== 0 && vm.isNone(target)) return;
  if (text.includes('\n  ')) leaveReadingContainers(vm);
  tellError(vm, [text + more]);
}

/** Borrowed; `version` is that of the filters. */
function registryOf(vm: Interpreter, globals: number): number {
  const known = vm.readDict(globals, REGISTRY);
  if (known !== 0) return known;
  const registry = vm.newDict();
  vm.put(globals, REGISTRY, registry);
  vm.put(registry, 'version', vm.newInt(0));
  return registry;
}
