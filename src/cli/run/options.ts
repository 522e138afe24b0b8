/** The command line of `heaplab run`: what is to be run, as which Python, and what is shown beside it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES, type Language, TOPICS } from '../../contract/index.ts';
import { PYTHON_VERSIONS, type PythonVersion } from '../../heap/index.ts';
import type { ProgramOptions } from '../../python/index.ts';
import { USAGE } from './words.ts';

/** What the caller got wrong, in words for people. */
export class UsageError extends Error {}

export interface RunOptions {
  readonly python: PythonVersion;
  readonly source: string;
  readonly filename: string;
  readonly argv: readonly string[];
  readonly budgets: NonNullable<ProgramOptions['budgets']>;
  /** Topics whose events are shown. */
  readonly events: readonly string[];
  readonly stats: boolean;
  readonly language: Language;
}

const MEBIBYTE = 1024 * 1024;
const STDIN = 0;

const OPTIONS = {
  python: { type: 'string', default: '3.9' },
  code: { type: 'string', short: 'c' },
  events: { type: 'string' },
  stats: { type: 'boolean', default: false },
  steps: { type: 'string' },
  'memory-mb': { type: 'string' },
  output: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** undefined: only help was asked for. */
export function runOptions(args: readonly string[]): RunOptions | undefined {
  const { values, positionals } = parsed(args);
  if (values.help || args.length === 0) return undefined;
  const [command, ...rest] = positionals;
  if (command !== 'run') throw new UsageError(`there is no command ${command ?? ''}\n${USAGE}`);
  const asked = {
    python: versionOf(values.python),
    budgets: budgetsOf(values),
    events: topicsOf(values.events),
    stats: values.stats,
    language: languageOf(values.lang),
  };
  return { ...asked, ...programOf(values.code, rest) };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function versionOf(text: string): PythonVersion {
  const known = PYTHON_VERSIONS.find((version) => version === text);
  if (known === undefined)
    throw new UsageError(`there is no Python ${text} here, only ${PYTHON_VERSIONS.join(', ')}`);
  return known;
}

function programOf(
  code: string | undefined,
  rest: readonly string[],
): Pick<RunOptions, 'source' | 'filename' | 'argv'> {
  if (code !== undefined) return { source: `${code}\n`, filename: '<string>', argv: ['-c', ...rest] };
  const [file] = rest;
  if (file === undefined) throw new UsageError(`say which file to run\n${USAGE}`);
  const filename = file === '-' ? '<stdin>' : resolve(file);
  return { source: decoded(bytesOf(file), filename), filename, argv: rest };
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? STDIN : file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      { ENOENT: 'there is no such file', EISDIR: 'it is a directory', EACCES: 'it may not be read' }[
        code ?? ''
      ] ?? String(error);
    throw new UsageError(`can't open file '${resolve(file)}': ${why}`);
  }
}

function decoded(bytes: Uint8Array, filename: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`'${filename}' is not UTF-8, and no other encoding is read`);
  }
}

function budgetsOf(values: {
  readonly steps?: string | undefined;
  readonly 'memory-mb'?: string | undefined;
  readonly output?: string | undefined;
}): RunOptions['budgets'] {
  const memory = positive('memory-mb', values['memory-mb']);
  return {
    steps: positive('steps', values.steps) ?? Number.MAX_SAFE_INTEGER,
    outputCharacters: positive('output', values.output) ?? Number.MAX_SAFE_INTEGER,
    ...(memory === undefined ? {} : { heapBytes: memory * MEBIBYTE }),
  };
}

function positive(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new UsageError(`--${name} must be a positive whole number`);
  return Number(text);
}

function topicsOf(text: string | undefined): readonly string[] {
  const topics = text === undefined ? [] : text.split(',');
  const unknown = topics.find((topic) => !(TOPICS as readonly string[]).includes(topic));
  if (unknown !== undefined)
    throw new UsageError(`there are no events ${unknown}, only ${TOPICS.join(', ')}`);
  return topics;
}

function languageOf(text: string | undefined): Language {
  const wanted = text ?? process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? 'en';
  const known = LANGUAGES.find((language) => wanted.toLowerCase().startsWith(language));
  if (known === undefined && text !== undefined)
    throw new UsageError(`there is no language ${text}, only ${LANGUAGES.join(', ')}`);
  return known ?? 'en';
}
