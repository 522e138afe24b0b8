/** The CPythons of this machine, and the recorder running in each of them. */
import { spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { GcVector } from '../../src/cli/conformance/gc-format.ts';

/** The releases that the profiles were recorded from. */
export const RELEASES: Readonly<Record<string, string>> = {
  '3.8': '3.8.18',
  '3.9': '3.9.18',
  '3.10': '3.10.13',
  '3.11': '3.11.7',
  '3.12': '3.12.1',
  '3.13': '3.13.0',
};

export interface Interpreter {
  readonly version: string;
  readonly release: string;
  readonly command: string;
  readonly environment: NodeJS.ProcessEnv;
}

const ASKED = 'import platform, sys; print(platform.python_version(), sys.executable)';

/**
 * Finds `python3.X`, else the release through pyenv's `python3`; nothing when neither answers as that version. What it calls itself is the
 * command: a wrapper that starts it would be ended in its place where time runs out.
 */
export function findInterpreter(version: string): Interpreter | undefined {
  const pyenv = { ...process.env, PYENV_VERSION: RELEASES[version] ?? version };
  const candidates: [string, NodeJS.ProcessEnv][] = [
    [`python${version}`, process.env],
    ['python3', pyenv],
  ];
  const found = candidates.flatMap(([command, environment]) => {
    const asked = spawnSync(command, ['-c', ASKED], { env: environment });
    const [release = '', executable = ''] =
      asked.status === 0 ? asked.stdout.toString().trim().split(' ') : [];
    return release.startsWith(`${version}.`) ? [{ version, release, command: executable, environment }] : [];
  });
  return found.find(({ release }) => release === RELEASES[version]) ?? found[0];
}

/** What the recorder says of a trace: one plain `expect` for each step. */
export interface Recorded {
  readonly expects?: readonly Readonly<Record<string, unknown>>[];
  readonly error?: string;
}

const RECORDER = fileURLToPath(new URL('recorder.py', import.meta.url));

class RecorderProcess {
  readonly #child;
  readonly #waiting: ((line: string) => void)[] = [];

  constructor(interpreter: Interpreter) {
    this.#child = spawn(interpreter.command, [RECORDER], {
      env: interpreter.environment,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.#waiting.shift()?.(line));
    this.#child.on('close', (code) => {
      for (const answer of this.#waiting.splice(0))
        answer(JSON.stringify({ error: `the recorder ended with ${code}` }));
    });
  }

  ask(trace: Pick<GcVector, 'name' | 'steps'>): Promise<Recorded> {
    return new Promise((resolve) => {
      this.#waiting.push((line) => resolve(JSON.parse(line) as Recorded));
      this.#child.stdin.write(`${JSON.stringify(trace)}\n`);
    });
  }

  close(): void {
    this.#child.stdin.end();
  }
}

/** Recorders that share the traces in turn: most of a recording is waiting for forked processes. */
export class Recorders {
  readonly #all: readonly RecorderProcess[];
  #turn = 0;

  constructor(interpreter: Interpreter) {
    this.#all = Array.from({ length: availableParallelism() }, () => new RecorderProcess(interpreter));
  }

  get count(): number {
    return this.#all.length;
  }

  ask(trace: Pick<GcVector, 'name' | 'steps'>): Promise<Recorded> {
    return (this.#all[this.#turn++ % this.#all.length] as RecorderProcess).ask(trace);
  }

  close(): void {
    for (const one of this.#all) one.close();
  }
}
