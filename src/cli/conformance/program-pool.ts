/**
 * Runs recorded programs, several at a time, in processes: one that exhausts the memory or never ends costs its process
 * and nothing else. Outcomes come in the order of the programs.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ProgramCase } from './find-programs.ts';

export interface PoolSettings {
  /** Longest that one program may run. */
  readonly seconds: number;
}

const PROCESS = fileURLToPath(new URL('program-worker.ts', import.meta.url));
const MEMORY_MB = 4096;

/** Yields the first difference of each program, null where there is none. */
export async function* checkPrograms(
  cases: readonly ProgramCase[],
  settings: PoolSettings,
): AsyncGenerator<readonly [ProgramCase, string | null]> {
  const answers = cases.map(() => Promise.withResolvers<string | null>());
  const lanes = Array.from(
    { length: Math.min(availableParallelism(), cases.length) },
    () => new Lane(settings),
  );
  let next = 0;
  const work = async (lane: Lane): Promise<void> => {
    for (let at = next++; at < cases.length; at = next++) {
      answers[at]?.resolve(await lane.check(cases[at] as ProgramCase));
    }
    lane.close();
  };
  const working = lanes.map(work);
  for (const [at, one] of cases.entries()) yield [one, (await answers[at]?.promise) ?? null];
  await Promise.all(working);
}

/** One process after another; a new one where the last was lost. */
class Lane {
  readonly #settings: PoolSettings;
  #child: ChildProcess | undefined;

  constructor(settings: PoolSettings) {
    this.#settings = settings;
  }

  /** The time is the program's alone: a process that starts takes some too. */
  async check(one: ProgramCase): Promise<string | null> {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    const { seconds } = this.#settings;
    const child = (this.#child ??= await started());
    const lose = (why: string): void => {
      this.#child = undefined;
      child.kill('SIGKILL');
      resolve(why);
    };
    const gone = (status: number | null, signal: string | null): void =>
      lose(`Heaplab broke: its process ended with ${status ?? signal}`);
    const late = setTimeout(() => lose(`it was stopped after ${seconds} seconds`), 1000 * seconds);
    child.once('message', resolve);
    child.once('exit', gone);
    child.send(one);
    const answer = await promise;
    clearTimeout(late);
    child.off('message', resolve);
    child.off('exit', gone);
    return answer;
  }

  close(): void {
    this.#child?.disconnect();
  }
}

/** It says so when it is ready. */
async function started(): Promise<ChildProcess> {
  const child = fork(PROCESS, { execArgv: [`--max-old-space-size=${MEMORY_MB}`] });
  await once(child, 'message');
  return child;
}
