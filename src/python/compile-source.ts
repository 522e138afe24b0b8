/** Source text to code object, or to the SyntaxError that CPython of that version reports. */
import { type Compiled, compileModule } from './compile/compile.ts';
import { checkTreeDepth } from './compile/tree-depth.ts';
import type { PythonVersion } from './language-profile.ts';
import { languageProfile } from './language-profile.ts';
import type { ParseMode } from './parse/parse.ts';
import { parseSource } from './parse/parse.ts';
import { SourceText } from './parse/source-text.ts';
import type { SyntaxFault } from './syntax-fault.ts';
import { FaultSignal, placelessFault } from './syntax-fault.ts';
import type { SyntaxWarning } from './syntax-warning.ts';

export type CompileOptions = {
  readonly python: PythonVersion;
  readonly filename: string;
  /** `exec` for a program, `eval` for one expression, `single` for interactive statements whose values are shown. */
  readonly mode: ParseMode;
};

export type CompileResult = { readonly warnings: readonly SyntaxWarning[] } & (
  | ({ readonly ok: true } & Compiled)
  | {
      readonly ok: false;
      readonly error: SyntaxFault;
      /** The mistake was found by the compiler, not by the parser. */
      readonly parsed: boolean;
    }
);

/** How long a program may be. */
export const MAX_SOURCE_LENGTH = 2_000_000;

export function compileSource(text: string, options: CompileOptions): CompileResult {
  const warnings: SyntaxWarning[] = [];
  if (text.length > MAX_SOURCE_LENGTH)
    return { ok: false, error: placelessFault('MemoryError', ''), parsed: false, warnings };
  const profile = languageProfile(options.python);
  const source = new SourceText(text, undefined, options.mode === 'eval' ? 'asItIs' : 'line');
  const { filename, mode } = options;
  let parsed = false;
  try {
    const module = parseSource(source, profile, { mode, warnings });
    parsed = true;
    checkTreeDepth(module);
    return { ok: true, ...compileModule(module, { source, profile, filename, mode, warnings }), warnings };
  } catch (error) {
    if (!(error instanceof FaultSignal)) throw error;
    return { ok: false, error: error.fault, parsed, warnings };
  }
}
