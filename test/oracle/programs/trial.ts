/** Heaplab against one CPython over a number of random programs: counts, and shows each difference with its program made short. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PythonVersion } from '../../../src/heap/index.ts';
import { createProcess } from '../../../src/operations/index.ts';
import { runProgram } from '../../../src/python/index.ts';
import type { Interpreter } from '../interpreters.ts';
import { FILENAME, PythonPrograms, type Ran } from './process.ts';
import { type RandomProgram, randomProgram } from './program.ts';
import { shorten } from './shorten.ts';

export interface ProgramTrialSettings {
  readonly programs: number;
  readonly seed: number;
  readonly only?: number;
  readonly minimisedAtMost: number;
  readonly keep?: string;
  readonly cache?: string;
}

/** Programs that the interpreter has waiting: it runs them while the one before is simulated. */
const AHEAD = 4;
const STEPS = 2_000_000;
const REPORT_EVERY = 100;

export class ProgramTrial {
  passed = 0;
  failed = 0;
  readonly #interpreter: Interpreter;
  readonly #settings: ProgramTrialSettings;
  readonly #python: PythonPrograms;

  constructor(interpreter: Interpreter, settings: ProgramTrialSettings) {
    this.#interpreter = interpreter;
    this.#settings = settings;
    this.#python = new PythonPrograms(interpreter, settings.cache);
  }

  async run(): Promise<void> {
    const waiting: { readonly program: RandomProgram; readonly ran: Promise<Ran> }[] = [];
    const { programs, only } = this.#settings;
    const [first, end] = only === undefined ? [0, programs] : [only, only + 1];
    for (let index = first; index < end + AHEAD; index++) {
      if (index < end) {
        const program = this.#program(index);
        waiting.push({ program, ran: this.#python.run(program.source) });
      }
      const next = index >= first + AHEAD ? waiting.shift() : undefined;
      if (next !== undefined) await this.#judge(next.program, await next.ran);
    }
    this.#python.close();
  }

  #program(index: number): RandomProgram {
    return randomProgram(this.#settings.seed, index, Number(this.#interpreter.version.split('.')[1]));
  }

  async #judge(program: RandomProgram, ran: Ran): Promise<void> {
    const difference = this.#compare(program.source, ran);
    if (difference === null || this.#isServers(program.source)) this.passed++;
    else await this.#failed(program, difference);
    const done = this.passed + this.failed;
    if (done % REPORT_EVERY === 0)
      console.log(`${this.#interpreter.version}: ${done} run, ${this.failed} differ`);
  }

  async #failed(program: RandomProgram, difference: string): Promise<void> {
    this.failed++;
    const { version } = this.#interpreter;
    if (this.failed > this.#settings.minimisedAtMost) {
      console.log(`${version}: ${program.name} differs: ${difference}`);
      return;
    }
    const kind = kindOf(difference);
    const source = await shorten(program.source, async (shorter) => {
      const ran = await this.#python.run(shorter);
      const found = ran.stderr.includes('SyntaxError') ? null : this.#compare(shorter, ran);
      return found !== null && kindOf(found) === kind;
    });
    const plain = this.#python.runPlainly(source);
    console.log(`\nFAILED ${program.name} in ${version}, made short:`);
    console.log(source.replaceAll(/^/gm, '    ').trimEnd());
    console.log(`  ${this.#compare(source, plain) ?? 'no difference when it is run by itself'}`);
    this.#keep(program.name, source);
  }

  /** The server's programs have no file: what shows a line of it (warnings, unraisable exceptions) makes other objects there. */
  #isServers(source: string): boolean {
    return this.#compare(source, this.#python.runPlainly(source)) === null;
  }

  #keep(name: string, source: string): void {
    const { keep } = this.#settings;
    if (keep === undefined) return;
    mkdirSync(keep, { recursive: true });
    writeFileSync(join(keep, `${name.replace('/', '-')}-${this.#interpreter.version}.py`), source);
  }

  /** The first difference in words; null when there is none. */
  #compare(source: string, ran: Ran): string | null {
    const got = simulate(source, this.#interpreter.version as PythonVersion);
    const [wanted, given] = [masked(ran.stdout), masked(got.stdout)];
    if (wanted !== given) return firstDifference(wanted, given, got.stderr);
    if (ran.exit !== got.exit) return `exit: wanted ${ran.exit}, got ${got.exit}: ${lastLine(got.stderr)}`;
    if (ran.exit === 0) return null;
    const [last, mine] = [masked(lastLine(ran.stderr)), masked(lastLine(got.stderr))];
    return last === mine ? null : `stderr: wanted ${last}, got ${mine}`;
  }
}

function simulate(source: string, python: PythonVersion): Ran {
  try {
    const process = createProcess({ python, keptEvents: 1 << 10 });
    const result = runProgram(process, source, { filename: FILENAME, budgets: { steps: STEPS } });
    return result.spent === null ? result : { ...result, exit: -1, stderr: `budget of ${result.spent}` };
  } catch (error) {
    return {
      stdout: '',
      stderr: `Heaplab broke: ${error instanceof Error ? error.stack : String(error)}`,
      exit: -2,
    };
  }
}

/** Addresses are the machine's business. */
function masked(text: string): string {
  return text.replaceAll(/0x[0-9a-f]{6,}/g, '0x...');
}

function lastLine(text: string): string {
  return text.startsWith('Heaplab broke')
    ? text.split('\n').slice(0, 6).join(' | ')
    : (text.trimEnd().split('\n').at(-1) ?? '');
}

/** What must stay when a program is made short, so that it does not turn into another failure. */
function kindOf(difference: string): string {
  return difference.startsWith('line')
    ? (/not defined|SyntaxError/.exec(difference)?.[0] ?? 'line')
    : difference;
}

function firstDifference(wanted: string, got: string, stderr: string): string {
  const [wantedLines, lines] = [wanted.split('\n'), got.split('\n')];
  const at = wantedLines.findIndex((line, place) => line !== lines[place]);
  const line = at < 0 ? wantedLines.length : at;
  return `line ${line + 1}: wanted ${JSON.stringify(wantedLines[line])}, got ${JSON.stringify(lines[line])}; ${lastLine(stderr)}`;
}
