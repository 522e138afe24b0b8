/** What warnings.filterwarnings asks of a text: that it begins as a pattern says, whatever its case (warnings.py, re.compile(message, re.I)). */
import { PythonRaise } from '../../objects/index.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type NativeDefinition, native } from '../eval/native.ts';
import { Pattern, UnsupportedPattern } from './string/pattern.ts';

function matches(vm: Interpreter, [pattern = 0, given = 0]: readonly number[]): number {
  if (!vm.isStr(given)) throw new PythonRaise('TypeError', vm.rules.expectedText(vm.typeName(given)));
  const text = Array.from(vm.text(given));
  vm.goThrough(text.length);
  return vm.bool(patternOf(vm.text(pattern)).end(text, 0) >= 0);
}

function patternOf(source: string): Pattern {
  try {
    return new Pattern(source, { ignoresCase: true });
  } catch (error) {
    if (!(error instanceof UnsupportedPattern)) throw error;
    throw new PythonRaise(
      'NotImplementedError',
      `warnings.filterwarnings is not supported here with ${error.message}`,
    );
  }
}

export const WARNING_FILTERS: Readonly<Record<string, NativeDefinition>> = {
  _matches: native(matches, { args: [2, 2] }),
};
