/**
 * Random sessions, exported as scripts that check themselves and run by a real interpreter: what a script prints is a difference.
 *
 * Two kinds take turns: traces of the generator, in which nothing fails, and operations of the property tests, which contain
 * mistakes that Python answers with an exception. In some of the latter, programs run between the operations.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import type { GcStep } from '../../src/cli/conformance/gc-format.ts';
import { toOperation } from '../../src/cli/conformance/gc-translate.ts';
import type { PythonVersion } from '../../src/contract/index.ts';
import {
  type Applied,
  applied,
  checkingScript,
  createProcess,
  decodeOperation,
  Execution,
  type Operation,
} from '../../src/operations/index.ts';
import { operationLists, PRELUDE } from '../support/arbitrary-operations.ts';
import type { JsonOperation } from '../support/ops.ts';
import { AREA_NAMES, type AreaName } from './areas.ts';
import { generateTrace } from './generator.ts';
import { type Interpreter, RELEASES } from './interpreters.ts';
import { randomProgram } from './programs/program.ts';

const LIMITS = { objects: 1_000_000, heapBytes: 1 << 30, repeatIterations: 1_000_000 };
/** What only vectors ask. */
const VECTORS_ONLY = new Set(['observe', 'eval', 'save_id', 'id_is']);
const TOLD_STEPS: readonly AreaName[] = AREA_NAMES.filter((name) => name !== 'sizes' && name !== 'interning');
const LONGEST = 60;
const SECONDS = 150;
const LINES_SHOWN = 6;

interface ScriptTrialSettings {
  readonly python: readonly string[];
  readonly scripts: number;
  /** The first session of the seed. */
  readonly from: number;
  readonly seed: number;
  readonly keep?: string;
}

type Process = ReturnType<typeof createProcess>;
type Next = (process: Process) => Operation | undefined;

/** What sessions do beside everything else. */
const TRACING: readonly JsonOperation[] = [
  { op: 'tracemalloc.start', nframe: 3 },
  { op: 'tracemalloc.is_tracing' },
  { op: 'tracemalloc.take_snapshot' },
  { op: 'tracemalloc.get_traced_memory' },
  { op: 'tracemalloc.get_traceback_limit' },
  { op: 'tracemalloc.reset_peak' },
  { op: 'tracemalloc.get_traced_memory' },
  { op: 'tracemalloc.take_snapshot' },
  { op: 'tracemalloc.clear_traces' },
  { op: 'tracemalloc.get_traced_memory' },
  { op: 'tracemalloc.stop' },
];
const STEPS_BETWEEN = 5;
const STEPS_BETWEEN_PROGRAMS = 9;
const NAMES = 'a b c d e f g h i j k l m n o p q r s t u v w x y z'.split(' ');

/** Every third session is traced by tracemalloc for a while, every fourth runs programs. */
function session(seed: number, index: number): Next[] {
  const steps = untraced(seed, index);
  if (index % 4 === 1) return withPrograms(steps, seed, index);
  if (index % 3 !== 0) return steps;
  return steps.flatMap((step, at) => {
    const json = at % STEPS_BETWEEN === 0 ? TRACING[(at / STEPS_BETWEEN) % TRACING.length] : undefined;
    return json === undefined ? [step] : [asGiven(json), tracebackOf(at), step];
  });
}

/** Random programs, and some that look at what the operations have bound and let it go. */
function withPrograms(steps: readonly Next[], seed: number, index: number): Next[] {
  return steps.flatMap((step, at) => {
    if (at === 0 || at % STEPS_BETWEEN_PROGRAMS !== 0) return [step];
    const number = index * LONGEST + at;
    const source = (minor: number): string => randomProgram(seed, number, minor).source;
    return [
      (process) => asGiven({ op: 'run', source: lookingAt(process, at), filename: `look_${at}.py` })(process),
      (process) => asGiven({ op: 'run', source: source(minorOf(process)), filename: 'random.py' })(process),
      step,
    ];
  });
}

function lookingAt(process: Process, at: number): string {
  const bound = NAMES.filter((name) => process.lookup(name) !== 0);
  const looks = bound.map(
    // What is shared by the whole process is counted there, too.
    (name) =>
      `print(${JSON.stringify(name)}, gc.is_tracked(${name}) and sys.getrefcount(${name}), type(${name}).__name__)`,
  );
  const drop = at % 4 === 0 && bound.length > 0 ? [`del ${bound[at % bound.length]}`] : [];
  return [
    'import gc, sys',
    ...looks,
    ...drop,
    'print(gc.get_count(), gc.isenabled(), gc.get_threshold())',
    'made = [[], {}, ()]',
    '',
  ].join('\n');
}

function minorOf(process: Process): number {
  return Number(process.config.python.split('.')[1]);
}

/** Asks where some object was made. */
function tracebackOf(at: number): Next {
  return (process) => {
    const bound = NAMES.filter((name) => process.lookup(name) !== 0);
    const of = bound[at % bound.length];
    return of === undefined ? undefined : asGiven({ op: 'tracemalloc.get_object_traceback', of })(process);
  };
}

function asGiven(json: JsonOperation): Next {
  return () => {
    const decoded = decodeOperation(json);
    return decoded.ok ? decoded.operation : undefined;
  };
}

/** What the operations of one random session are, one after the other. */
function untraced(seed: number, index: number): Next[] {
  if (index % 2 === 0) {
    const area = TOLD_STEPS[(index / 2) % TOLD_STEPS.length] as AreaName;
    return generateTrace(seed, index, area)
      .steps.filter(isOperation)
      .map((step) => (process) => toOperation(step, process));
  }
  const [random = []] = fc.sample(operationLists(LONGEST), { seed: seed * 100_003 + index, numRuns: 1 });
  return [...PRELUDE, ...random.filter(isExact)].map(asGiven);
}

/** Ways to build make temporaries that only their sizes are modelled after; of a bytearray there is only append. */
function isExact(json: JsonOperation): boolean {
  const inner = (json.ops ?? []) as JsonOperation[];
  return json.how === undefined && json.type !== 'bytearray' && inner.every(isExact);
}

function isOperation(step: GcStep): boolean {
  return !VECTORS_ONLY.has(step.op) && (step.ops ?? []).every(isOperation);
}

/** The history of a session in one version. */
function history(next: readonly Next[], process: Process): Applied[] {
  const told: Applied[] = [];
  let seq = 0;
  for (const one of next) {
    const operation = one(process);
    if (operation === undefined) continue;
    const execution = new Execution(process, [operation], { seq, limits: LIMITS });
    while (!execution.run(100_000));
    if (execution.fault !== undefined) break;
    const [result] = execution.results;
    if (result === undefined) break;
    if (result.error === undefined) seq++;
    told.push(applied(process, operation, result));
  }
  return told;
}

function randomScript({ version, release }: Interpreter, seed: number, index: number): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- findInterpreter() finds these versions alone.
  const python = version as PythonVersion;
  const process = createProcess({ python, keptEvents: 16 });
  const gc = { enabled: true, thresholds: [...process.heap.collector.thresholds] };
  const title = `random session ${index} of seed ${seed}`;
  return checkingScript({ title, python, release, gc, unlikely: [] }, history(session(seed, index), process));
}

/** undefined: the command line asks for something else. */
export function scriptSettings(args: readonly string[]): ScriptTrialSettings | undefined {
  if (!args.includes('--scripts')) return undefined;
  const { values } = parseArgs({
    args: [...args],
    options: {
      scripts: { type: 'string', default: '100' },
      from: { type: 'string', default: '0' },
      seed: { type: 'string' },
      python: { type: 'string', default: Object.keys(RELEASES).join(',') },
      keep: { type: 'string' },
    },
  });
  const { scripts, from, seed, python, keep } = values;
  return {
    scripts: Number(scripts),
    from: Number(from),
    seed: Number(seed ?? Date.now() % 1_000_000),
    python: python.split(','),
    ...(keep === undefined ? {} : { keep }),
  };
}

/** Runs every script in every interpreter; the exit status. */
export async function runScripts(
  interpreters: readonly Interpreter[],
  settings: ScriptTrialSettings,
): Promise<number> {
  console.log(`seed ${settings.seed}, ${settings.scripts} scripts`);
  let [passed, failed] = [0, 0];
  for (const interpreter of interpreters) {
    const wrong = await failures(interpreter, settings);
    const { version, release } = interpreter;
    console.log(`${version} (${release}): ${settings.scripts - wrong} passed, ${wrong} failed`);
    passed += settings.scripts - wrong;
    failed += wrong;
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

async function failures(
  interpreter: Interpreter,
  { scripts, from, seed, keep }: ScriptTrialSettings,
): Promise<number> {
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'heaplab-scripts-'));
  mkdirSync(folder, { recursive: true });
  let failed = 0;
  for (let index = from; index < from + scripts; index++) {
    const path = join(folder, `session-${seed}-${index}-${interpreter.version}.py`);
    writeFileSync(path, randomScript(interpreter, seed, index));
    const said = await differences(interpreter, path);
    if (said === undefined) {
      rmSync(path);
      continue;
    }
    failed++;
    console.log(
      `\nFAILED session ${index} in ${interpreter.version}${keep === undefined ? '' : `: ${path}`}`,
    );
    for (const line of said.slice(0, LINES_SHOWN)) console.log(`  ${line}`);
  }
  if (keep === undefined) rmSync(folder, { recursive: true });
  return failed;
}

/** What the script printed; undefined when all was as Heaplab had said. */
function differences({ command, environment }: Interpreter, path: string): Promise<string[] | undefined> {
  const options = { env: environment, timeout: 1000 * SECONDS, killSignal: 'SIGKILL' } as const;
  return new Promise((resolve) => {
    execFile(command, [path], options, (error, stdout, stderr) => {
      if (error === null) return resolve(undefined);
      const lines = `${stdout}${stderr}`.trimEnd().split('\n');
      resolve([...lines, `ended with ${error.code ?? error.signal}`]);
    });
  });
}
