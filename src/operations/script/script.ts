/**
 * A session as a Python script that asserts, under the real interpreter of its version, what Heaplab answered: every receipt, and
 * after each operation the counters, thresholds and statistics of the collector.
 */
import type { PythonVersion } from '../../contract/index.ts';
import { PROFILES } from '../../heap/index.ts';
import { HARNESS_TAIL } from './harness-comparison.ts';
import { HARNESS_PROGRAMS } from './harness-programs.ts';
import { HARNESS_HEAD } from './harness-recording.ts';
import { apartFromPrograms } from './names.ts';
import type { ProgramText } from './programs.ts';
import { indented } from './statements.ts';
import { Teller } from './teller.ts';
import type { Applied } from './told.ts';

export interface ScriptSubject {
  /** What the script is about, in a line. */
  readonly title: string;
  readonly python: PythonVersion;
  readonly release: string;
  readonly gc: { readonly enabled: boolean; readonly thresholds: readonly number[] };
  /** Settings that no real interpreter has. */
  readonly unlikely: readonly string[];
}

export function checkingScript(subject: ScriptSubject, history: readonly Applied[]): string {
  const teller = new Teller(history.map(({ operation }) => operation));
  for (const one of history) teller.tell(one);
  teller.finish();
  const [first = [], ...others] = teller.units;
  const begin = ['setup()', "LOG['S0']; LOG[STATE.raw]"];
  const units = [
    unit(teller.functions.lines(), [...begin, ...first]),
    ...others.map((lines) => unit([], [...lines, 'pass'])),
  ];
  const { texts } = teller.programs;
  const spelled = (lines: readonly string[]): string =>
    text(texts.length === 0 ? lines : lines.map(apartFromPrograms));
  return [
    '#!/usr/bin/env python3',
    ...remarks(subject, teller.ended),
    `PYTHON, RELEASE = ${JSON.stringify(subject.python)}, ${JSON.stringify(subject.release)}`,
    `START = {'enabled': ${subject.gc.enabled ? 'True' : 'False'}, 'thresholds': ${JSON.stringify(subject.gc.thresholds)}}`,
    `HIGHEST = ${teller.highest}`,
    HARNESS_HEAD,
    `PROGRAMS = [${texts.map(programText).join(', ')}]`,
    ...(texts.length === 0 ? thereFromTheStart(subject.python) : [subclassed(texts), HARNESS_PROGRAMS]),
    '',
    '# --- the session: its classes, its operations as statements, and what Heaplab answered ---',
    '',
    `CLASSES = ${spelled(teller.classes.lines)}`,
    '',
    `UNITS = [${units.map(spelled).join(', ')}]`,
    '',
    `TOLD = r'''${JSON.stringify(teller.told, null, 0).replaceAll("'", '\\u0027').replaceAll('},{"uid"', '},\n{"uid"')}'''`,
    '',
    HARNESS_TAIL,
  ].join('\n');
}

function remarks({ title, release, unlikely }: ScriptSubject, ended: string | undefined): string[] {
  return [
    `# ${oneLine(title)}`,
    `# Run it with Python ${release}: it does what the session did, compares, prints each difference, and exits with 1 if there is one.`,
    ...unlikely.map((setting) => `# Not told, as no interpreter has it: ${oneLine(setting)}.`),
    ...(ended === undefined
      ? []
      : [`# The script ends before an operation that has no Python spelling: ${oneLine(ended)}.`]),
    '',
  ];
}

/** Functions are defined in a first run of the code object, so that their constants are the session's; up to 3.10 that makes its frame. */
function unit(functions: readonly string[], lines: readonly string[]): string[] {
  return ['if DEFINING:', ...indented([...functions, 'pass']), 'else:', ...indented(lines)];
}

function thereFromTheStart(python: PythonVersion): string[] {
  const { emptyFrozensetShared, emptyFrozensetIsNew } = PROFILES[python].calls;
  return emptyFrozensetShared && !emptyFrozensetIsNew
    ? ['frozenset()  # one object, made by its first use']
    : [];
}

function subclassed(texts: readonly ProgramText[]): string {
  return `SUBCLASSED = ${JSON.stringify(texts.at(-1)?.around.subclassed ?? [])}  # built-in classes, where an interpreter begins`;
}

/** What a program of the session was given. */
function programText({ source, filename, argv, stdin, left, count, around, namesIn }: ProgramText): string {
  const given = [
    `'filename': ${JSON.stringify(filename)}`,
    `'argv': ${argv === null ? 'None' : JSON.stringify(argv)}`,
    `'stdin': ${stdin === null ? 'None' : JSON.stringify(stdin)}`,
    `'count': (${count.join(', ')})`,
    `'around': ${around.objects}`,
    `'names_in': ${namesIn === 'permanent' ? 3 : (namesIn ?? 2)}`,
    `'left': ${JSON.stringify(left.map(({ module, lengths }) => [module, lengths]))}`,
    `'source': ${sourceText(source)}`,
  ];
  return `{${given.join(', ')}}`;
}

/** A Python string of a program, readable where it can be. */
function sourceText(source: string): string {
  const isPlain = !/[\\\r\0]|'''|'$/u.test(source);
  return isPlain ? `'''\\\n${source}'''` : JSON.stringify(source);
}

/** A Python string of these lines, readable where it can be. */
function text(lines: readonly string[]): string {
  const whole = `${lines.join('\n')}\n`;
  return whole.includes("'''") ? JSON.stringify(whole) : `r'''\n${whole}'''`;
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/gu, ' ');
}
