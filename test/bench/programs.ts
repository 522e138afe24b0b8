/** Python programs here and in a real interpreter, in turns; starting up and compiling are not measured in either. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { PythonVersion } from '../../src/heap/index.ts';
import { createProcess } from '../../src/operations/index.ts';
import { Program } from '../../src/python/index.ts';
import type { Interpreter } from '../oracle/interpreters.ts';
import { collectGarbage, cpuNs, median, progress } from './clock.ts';
import type { ProgramSource } from './program-sources.ts';
import type { Row } from './report.ts';

const PYTHON_SCRIPT = fileURLToPath(new URL('cpython-programs.py', import.meta.url));
const KEPT_EVENTS = 131_072;
const SLICE = 100_000;
const BUDGETS = { steps: Infinity, heapBytes: Infinity, outputCharacters: Infinity };
const MOST_TIMES = 5;

export async function measurePrograms(
  all: readonly ProgramSource[],
  rounds: number,
  interpreter: Interpreter | undefined,
): Promise<Row[]> {
  if (interpreter === undefined) {
    progress('  left out: programs are measured against a real interpreter, and none was found');
    return [];
  }
  const cpython = new ProgramRunner(interpreter);
  const python = interpreter.version as PythonVersion;
  const rows: Row[] = [];
  // As in a server, there is always another session: with the last one the engine would forget what it learnt of their shape.
  const idle = begin({ name: 'idle', source: 'x = 1', units: 1 }, python);
  idle.run(1);
  for (const one of all) {
    progress(`  ${one.name}`);
    const ours: number[] = [];
    const theirs: number[] = [];
    simulate(one, python);
    for (let round = 0; round < rounds; round++) {
      ours.push(simulate(one, python));
      theirs.push(await cpython.run(one));
    }
    rows.push(rowOf(one, median(ours), median(theirs)));
  }
  cpython.close();
  if (idle.vm.steps < 0) throw new Error('the idle program is not there any more');
  return rows;
}

function rowOf({ name, units }: ProgramSource, ours: number, theirs: number): Row {
  const divisor = units === 1 ? 1e6 : units;
  return {
    group: 'programs',
    workload: name,
    unit: units === 1 ? 'ms' : 'ns',
    heaplab: ours / divisor,
    other: theirs / divisor,
    ratio: ours / theirs,
    goal: { of: 'ratio', atMost: MOST_TIMES },
  };
}

function begin({ source }: ProgramSource, python: PythonVersion): Program {
  const process = createProcess({ python, keptEvents: KEPT_EVENTS });
  return new Program(process, source, { filename: 'program.py', budgets: BUDGETS });
}

function simulate(one: ProgramSource, python: PythonVersion): number {
  const program = begin(one, python);
  collectGarbage();
  const start = cpuNs();
  while (!program.run(SLICE));
  const elapsed = cpuNs() - start;
  const { exit, stderr } = program.result();
  if (exit !== 0) throw new Error(`${one.name} failed: ${stderr}`);
  return elapsed;
}

/** One interpreter that runs program after program. */
class ProgramRunner {
  readonly #child;
  readonly #answers: AsyncIterator<string>;

  constructor({ command, environment }: Interpreter) {
    this.#child = spawn(command, [PYTHON_SCRIPT], { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#answers = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async run({ source }: ProgramSource): Promise<number> {
    this.#child.stdin.write(`${JSON.stringify({ source })}\n`);
    const { value, done } = await this.#answers.next();
    if (done === true) throw new Error('CPython ended before it answered');
    return (JSON.parse(value) as { ns: number }).ns;
  }

  close(): void {
    this.#child.stdin.end();
  }
}
