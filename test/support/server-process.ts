/** The server as a process of its own, which can be killed at any moment and started again on the same directory. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LISTENING = /Heaplab listens on (http:\/\/\S+)/;

export class ServerProcess {
  readonly url: string;
  readonly exited: Promise<NodeJS.Signals | number | null>;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
    this.exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  }

  /** Resolves when the server listens; throws with what it said when it does not. */
  static async start(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
    const child = spawn(process.execPath, ['src/main.ts'], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'fatal', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    return new Promise((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        said = (said + chunk.toString()).slice(-10_000);
        const url = LISTENING.exec(said)?.[1];
        if (url !== undefined) resolve(new ServerProcess(child, url));
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code, signal) =>
        reject(new Error(`the server ended (${signal ?? code}): ${said}`)),
      );
    });
  }

  /** kill -9, and the process is gone when this resolves. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.exited;
  }

  async stop(): Promise<NodeJS.Signals | number | null> {
    this.#child.kill('SIGTERM');
    return this.exited;
  }

  /** A number that the server tells of itself. */
  async metric(name: string): Promise<number> {
    const text = await (await fetch(`${this.url}/metrics`)).text();
    const line = text.split('\n').find((one) => one.startsWith(`${name} `) || one.startsWith(`${name}{`));
    return Number(line?.split(' ').at(-1));
  }
}
