/**
 * Programs and listings: what one printed against what the real interpreter printed, by the rule of its folder's compare.json.
 *
 *   NAME.py   NAME.masked.VERSION.txt or NAME.out.VERSION.txt   [NAME.err.VERSION.txt: exit status and last line]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PythonVersion } from '../../heap/index.ts';
import { createProcess } from '../../operations/index.ts';
import { runProgram } from '../../python/index.ts';

export const PROGRAM_VERSIONS = ['3.9', '3.11', '3.12', '3.13'] as const satisfies readonly PythonVersion[];

interface Mask {
  readonly regex: string;
  readonly replace: string;
  /** 1-based lines that it applies to; all of them when not given. */
  readonly lines?: readonly number[];
}

interface Rule {
  readonly rule: 'exact' | 'mask' | 'shape';
  readonly mask?: readonly Mask[];
}

export interface ProgramCase {
  readonly folder: string;
  readonly name: string;
  readonly version: PythonVersion;
  readonly rule: Rule;
}

const EXACT: Rule = { rule: 'exact' };
const STEPS = 60_000_000;

/** Every program of a folder in every version that it was recorded in. */
export function programCases(folder: string): ProgramCase[] {
  const rulesPath = join(folder, 'compare.json');
  const rules = existsSync(rulesPath)
    ? (JSON.parse(readFileSync(rulesPath, 'utf8')) as Record<string, Rule>)
    : {};
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.py'))
    .map((file) => file.slice(0, -3));
  return names.sort().flatMap((name) =>
    PROGRAM_VERSIONS.filter((version) => expectedPath(folder, name, version) !== undefined).map(
      (version) => ({
        folder,
        name,
        version,
        rule: rules[name] ?? EXACT,
      }),
    ),
  );
}

function expectedPath(folder: string, name: string, version: string): string | undefined {
  return [`${name}.masked.${version}.txt`, `${name}.out.${version}.txt`]
    .map((file) => join(folder, file))
    .find((path) => existsSync(path));
}

/** The first difference in words; null when the program passes. */
export function checkProgram({ folder, name, version, rule }: ProgramCase): string | null {
  const file = `/programs/${name}.py`;
  const source = readFileSync(join(folder, `${name}.py`), 'utf8');
  const simulated = createProcess({ python: version, keptEvents: 1 << 10 });
  const result = runProgram(simulated, source, {
    filename: file,
    argv: [`${name}.py`],
    budgets: { steps: STEPS },
  });
  const got = masked(result.stdout.replaceAll('/programs/', ''), rule);
  const wanted = masked(readFileSync(expectedPath(folder, name, version) as string, 'utf8'), rule);
  if (got !== wanted) return firstDifference(wanted, got, result.stderr);
  const errPath = join(folder, `${name}.err.${version}.txt`);
  const [exit, last] = existsSync(errPath)
    ? readFileSync(errPath, 'utf8').split('\n')
    : ['exit 0', undefined];
  if (exit !== `exit ${result.exit}`)
    return `wanted ${exit}, got exit ${result.exit}: ${lastLine(result.stderr)}`;
  return last === undefined || last === lastLine(result.stderr)
    ? null
    : `wanted ${last}, got ${lastLine(result.stderr)}`;
}

function masked(text: string, { mask = [] }: Rule): string {
  return text
    .split('\n')
    .map((line, at) =>
      mask.reduce((current, one) => {
        if (one.lines !== undefined && !one.lines.includes(at + 1)) return current;
        return current.replace(new RegExp(one.regex, 'g'), one.replace);
      }, line),
    )
    .join('\n');
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

function firstDifference(wanted: string, got: string, stderr: string): string {
  const lines = got.split('\n');
  const at = wanted.split('\n').findIndex((line, place) => line !== lines[place]);
  const line = at < 0 ? wanted.split('\n').length : at;
  return `line ${line + 1}: wanted ${JSON.stringify(wanted.split('\n')[line])}, got ${JSON.stringify(lines[line])}; ${lastLine(stderr)}`;
}
