/** An installed CPython that runs programs, one after another, each in a process of its own (server.py). */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Interpreter } from '../interpreters.ts';

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

export const FILENAME = '/programs/random.py';

const SERVER = fileURLToPath(new URL('server.py', import.meta.url));
const ENVIRONMENT = { PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' };

export class PythonPrograms {
  readonly #interpreter: Interpreter;
  readonly #child;
  readonly #waiting: ((line: string) => void)[] = [];

  constructor(interpreter: Interpreter) {
    this.#interpreter = interpreter;
    this.#child = spawn(interpreter.command, [SERVER], {
      env: { ...interpreter.environment, ...ENVIRONMENT },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.#waiting.shift()?.(line));
    this.#child.on('close', (code) => {
      for (const answer of this.#waiting.splice(0))
        answer(JSON.stringify({ stdout: '', stderr: `the server ended with ${code}`, exit: -1 }));
    });
  }

  run(source: string): Promise<Ran> {
    return new Promise((resolve) => {
      this.#waiting.push((line) => resolve(JSON.parse(line) as Ran));
      this.#child.stdin.write(`${JSON.stringify({ source, filename: FILENAME })}\n`);
    });
  }

  /** The same without the server, as a check of it. */
  runPlainly(source: string): Ran {
    const path = join(mkdtempSync(join(tmpdir(), 'oracle-')), 'random.py');
    writeFileSync(path, source);
    const ran = spawnSync(this.#interpreter.command, [path], {
      env: { ...this.#interpreter.environment, ...ENVIRONMENT },
      timeout: 30_000,
    });
    return { stdout: ran.stdout.toString(), stderr: ran.stderr.toString(), exit: ran.status ?? -1 };
  }

  close(): void {
    this.#child.stdin.end();
  }
}
