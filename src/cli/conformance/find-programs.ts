/**
 * Finds recorded programs: every NAME.py under the given folders that has a recording of at least one version beside it.
 *
 *   NAME.masked.VERSION.txt   what it printed, machine paths removed: preferred
 *   NAME.out.VERSION.txt      what it printed
 *   NAME.VERSION.txt          likewise
 *   NAME.err.VERSION.txt      `exit N` and the last line of stderr; without it the program ends with 0
 *   compare.json              how each NAME is compared, where its output varies from run to run
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { PYTHON_VERSIONS, type PythonVersion } from '../../heap/index.ts';

const mask = z.object({
  regex: z.string(),
  replace: z.string(),
  /** 1-based lines that it applies to; all of them when not given. */
  lines: z.array(z.number()).optional(),
});
const rule = z.object({
  rule: z.enum(['exact', 'mask', 'shape']).default('exact'),
  mask: z.array(mask).default([]),
});
/** Keys that begin with an underscore are remarks. */
const rules = z.record(z.string(), z.unknown());

export type Rule = z.infer<typeof rule>;

export interface ProgramCase {
  readonly folder: string;
  readonly name: string;
  readonly version: PythonVersion;
  readonly rule: Rule;
}

const EXACT: Rule = { rule: 'exact', mask: [] };

/** Every program under the paths in every version that it was recorded in. */
export function findPrograms(paths: readonly string[]): ProgramCase[] {
  const files = paths.flatMap((path) => {
    if (statSync(path).isFile()) return path.endsWith('.py') ? [path] : [];
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.py'))
      .map((name) => join(path, name));
  });
  const byFolder = Map.groupBy(files.sort(), (file) => dirname(file));
  return [...byFolder].flatMap(([folder, programs]) =>
    casesOf(
      folder,
      programs.map((program) => basename(program, '.py')),
    ),
  );
}

/** Every program of one folder in every version that it was recorded in. */
export function programCases(folder: string): ProgramCase[] {
  const names = readdirSync(folder).filter((file) => file.endsWith('.py'));
  return casesOf(
    folder,
    names.sort().map((name) => basename(name, '.py')),
  );
}

function casesOf(folder: string, names: readonly string[]): ProgramCase[] {
  const known = rulesOf(folder);
  return names.flatMap((name) =>
    PYTHON_VERSIONS.filter((version) => recordingOf(folder, name, version) !== undefined).map((version) => ({
      folder,
      name,
      version,
      rule: known(name),
    })),
  );
}

function rulesOf(folder: string): (name: string) => Rule {
  const path = join(folder, 'compare.json');
  if (!existsSync(path)) return () => EXACT;
  const all = rules.parse(JSON.parse(readFileSync(path, 'utf8')));
  return (name) => (all[name] === undefined ? EXACT : rule.parse(all[name]));
}

/** Where the output that this version printed stands. */
export function recordingOf(folder: string, name: string, version: string): string | undefined {
  return [`${name}.masked.${version}.txt`, `${name}.out.${version}.txt`, `${name}.${version}.txt`]
    .map((file) => join(folder, file))
    .find((path) => existsSync(path));
}
