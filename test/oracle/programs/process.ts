/** An installed CPython that runs programs, one after another, each in a process of its own (server.py). */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
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
/** Buffered output: what a text stream holds back is part of the heap. */
const ENVIRONMENT = { PYTHONHASHSEED: '0', PYTHONUNBUFFERED: '', PYTHONUTF8: '1' };

export class PythonPrograms {
  readonly #interpreter: Interpreter;
  readonly #child;
  readonly #waiting: ((line: string) => void)[] = [];

  readonly #cache: string | undefined;

  /** What was run before is read from the folder `cache`, if there is one. */
  constructor(interpreter: Interpreter, cache?: string) {
    this.#interpreter = interpreter;
    this.#cache = cache;
    if (cache !== undefined) mkdirSync(cache, { recursive: true });
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

  async run(source: string): Promise<Ran> {
    const hash = createHash('sha256').update(source).digest('hex').slice(0, 32);
    const path = this.#cache && join(this.#cache, `${hash}.${this.#interpreter.version}.json`);
    if (path !== undefined && existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Ran;
    const ran = await this.#ask(source);
    if (path !== undefined) writeFileSync(path, JSON.stringify(ran));
    return ran;
  }

  #ask(source: string): Promise<Ran> {
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
