/** One recorded program: what it printed here against what the real interpreter printed, by the rule of its folder. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProcess } from '../../operations/index.ts';
import { type ProgramResult, runProgram } from '../../python/index.ts';
import { type ProgramCase, type Rule, recordingOf } from './find-programs.ts';
import { firstDifference, lastLine } from './text-difference.ts';

export { type ProgramCase, programCases } from './find-programs.ts';

/** Whoever recorded the program may have waited long for it. */
const BUDGETS = { steps: 20_000_000_000, outputCharacters: 100_000_000, heapBytes: 4 * 1024 ** 3 };
/** Where programs lie as they see it themselves. */
const FOLDER = '/programs/';

/** The first difference in words; null when the program passes. */
export function checkProgram({ folder, name, version, rule }: ProgramCase): string | null {
  const source = readFileSync(join(folder, `${name}.py`), 'utf8');
  const simulated = createProcess({ python: version, keptEvents: 1 << 10 });
  const result = runProgram(simulated, source, {
    filename: `${FOLDER}${name}.py`,
    argv: [`${name}.py`],
    budgets: BUDGETS,
  });
  const recorded = readFileSync(recordingOf(folder, name, version) as string, 'utf8');
  const wanted = masked(withoutPlaces(recorded, name), rule);
  const got = masked(withoutPlaces(result.stdout, name), rule);
  if (got !== wanted) return `${firstDifference(wanted, got)}${howItEnded(result)}`;
  return exitDifference(join(folder, `${name}.err.${version}.txt`), result);
}

/** Exit status and last line of stderr. */
function exitDifference(path: string, result: ProgramResult): string | null {
  const text = existsSync(path) ? readFileSync(path, 'utf8').trimEnd() : 'exit 0';
  const [exit, ...rest] = text.split('\n');
  const last = rest.at(-1);
  if (exit !== `exit ${result.exit}`)
    return `it printed what it should, but wanted ${exit}, got exit ${result.exit}${howItEnded(result)}`;
  if (last === undefined || last === lastLine(result.stderr)) return null;
  return `last line of stderr: wanted ${JSON.stringify(last)}, got ${JSON.stringify(lastLine(result.stderr))}`;
}

function howItEnded({ spent, stderr }: ProgramResult): string {
  if (spent !== null) return `\n  the budget of ${spent} ran out`;
  const shown = stderr.trimEnd().split('\n').slice(-3).join('\n    ');
  return shown === '' ? '' : `\n  stderr ends with\n    ${shown}`;
}

/** The folder of the program and that of the library differ from machine to machine. */
function withoutPlaces(text: string, name: string): string {
  const script = new RegExp(`(?:/[^/\\s"'<>()]+)*/(?=${name.replace(/[^\w]/g, '\\$&')}\\.py)`, 'g');
  return text
    .replaceAll(FOLDER, '')
    .replace(script, '')
    .replace(/(?:\/[^/\s"'<>()]+)*\/lib\/python3\.\d+\//g, '<LIB>/');
}

function masked(text: string, { mask }: Rule): string {
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
