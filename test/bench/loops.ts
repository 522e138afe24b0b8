/** The heap against CPython: the same statements in both, in turns, so that both see the same machine. */

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { PYTHON_VERSIONS, type PythonVersion } from '../../src/heap/index.ts';
import { lists, type Process } from '../../src/objects/index.ts';
import { createProcess, Execution, type Operation, spellOperation } from '../../src/operations/index.ts';
import { findInterpreter, type Interpreter } from '../oracle/interpreters.ts';
import { collectGarbage, cpuNs, median, progress } from './clock.ts';
import type { Row } from './report.ts';
import { GRAPH_EDGES, type Phase, type Workload } from './workloads.ts';

/** As long as in a session. */
const SLICE = 2_000;
/** What a session keeps unless it says otherwise. */
const KEPT_EVENTS = 131_072;
const NO_LIMITS = { objects: Infinity, heapBytes: Infinity, repeatIterations: Infinity };
const PYTHON_SCRIPT = fileURLToPath(new URL('cpython.py', import.meta.url));

interface Measured {
  readonly times: Record<string, number>;
  readonly collections: Record<string, number>;
}

/** CPython 3.11 if it can be found, since the goals speak of it; else any that a profile exists for. */
export function findCpython(): Interpreter | undefined {
  for (const version of ['3.11', ...PYTHON_VERSIONS.toReversed()]) {
    const found = findInterpreter(version);
    if (found !== undefined) return found;
  }
  return undefined;
}

export async function measureLoops(
  all: readonly Workload[],
  rounds: number,
  interpreter: Interpreter | undefined,
): Promise<Row[]> {
  const python = (interpreter?.version ?? '3.11') as PythonVersion;
  const cpython = interpreter === undefined ? undefined : new Cpython(interpreter);
  const rows: Row[] = [];
  // As in a server, there is always another session: with the last one the engine would forget what it learnt of their shape.
  const idle = simulateIdle(python);
  for (const workload of all) {
    progress(`  ${workload.name}`);
    const ours: Measured[] = [];
    const theirs: Measured[] = [];
    simulate(workload, python);
    for (let round = 0; round < rounds; round++) {
      ours.push(simulate(workload, python));
      if (cpython !== undefined) theirs.push(await cpython.run(workload));
    }
    rows.push(...rowsOf(workload, ours, theirs));
  }
  cpython?.close();
  if (idle.heap.liveObjects === 0) throw new Error('the idle process is not there any more');
  return rows;
}

function rowsOf(workload: Workload, ours: readonly Measured[], theirs: readonly Measured[]): Row[] {
  return workload.phases.flatMap(({ timed, units = 1 }): Row[] => {
    if (timed === undefined) return [];
    const heaplab = median(ours.map(({ times }) => times[timed] ?? 0)) / units;
    const other =
      theirs.length === 0 ? undefined : median(theirs.map(({ times }) => times[timed] ?? 0)) / units;
    const [counted, expected] = [ours[0]?.collections[timed], theirs[0]?.collections[timed]];
    const bar = workload.goals[timed];
    return [
      {
        group: 'heap',
        workload: timed,
        unit: 'ns',
        heaplab,
        other,
        ratio: other === undefined ? undefined : heaplab / other,
        goal: bar === undefined ? undefined : { of: 'ratio', atMost: bar },
        note:
          counted === undefined || counted < 10
            ? undefined
            : `${counted} collections, CPython ${expected ?? 'not asked'}`,
      },
    ];
  });
}

function simulateIdle(python: PythonVersion): Process {
  const process = createProcess({ python, keptEvents: KEPT_EVENTS });
  run(process, [{ op: 'new', type: 'list', as: 'x' }]);
  return process;
}

function simulate(workload: Workload, python: PythonVersion): Measured {
  collectGarbage();
  const process = createProcess({ python, keptEvents: KEPT_EVENTS });
  const measured: Measured = { times: {}, collections: {} };
  for (const { operations, timed } of workload.phases) {
    if (operations === 'graph') {
      connect(process);
      continue;
    }
    const collections = collectionsOf(process);
    const start = cpuNs();
    run(process, operations);
    const elapsed = cpuNs() - start;
    if (timed === undefined) continue;
    measured.times[timed] = elapsed;
    measured.collections[timed] = collectionsOf(process) - collections;
  }
  return measured;
}

function run(process: Process, operations: readonly Operation[]): void {
  const execution = new Execution(process, operations, { seq: 0, limits: NO_LIMITS });
  while (!execution.run(SLICE));
  if (execution.results.length !== operations.length) throw new Error('a workload did not run to its end');
}

/** What `graph` does in cpython.py. */
function connect(process: Process): void {
  const objects = lists.listItems(process, process.globals.get('objects'));
  let state = 1;
  for (const one of objects) {
    for (let edge = 0; edge < GRAPH_EDGES; edge++) {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      lists.append(process, one, objects[(state >> 8) % objects.length] as number);
    }
  }
}

function collectionsOf(process: Process): number {
  return process.heap.collector.stats.reduce((sum, { collections }) => sum + collections, 0);
}

/** One interpreter that runs workload after workload. */
class Cpython {
  readonly #child;
  readonly #answers: AsyncIterator<string>;

  constructor({ command, environment }: Interpreter) {
    this.#child = spawn(command, [PYTHON_SCRIPT], { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#answers = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  async run(workload: Workload): Promise<Measured> {
    this.#child.stdin.write(`${JSON.stringify(workload.phases.map(spell))}\n`);
    const { value, done } = await this.#answers.next();
    if (done === true) throw new Error('CPython ended before it answered');
    return JSON.parse(value) as Measured;
  }

  close(): void {
    this.#child.stdin.end();
  }
}

function spell({ operations, timed }: Phase): object {
  const python =
    operations === 'graph' ? `graph(objects, ${GRAPH_EDGES})` : operations.map(spellOperation).join('\n');
  return { python, ...(timed === undefined ? {} : { timed }) };
}
