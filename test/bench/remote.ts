/** A server of server.ts, seen from the process that measures it. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, Question } from './server.ts';

const SCRIPT = fileURLToPath(new URL('server.ts', import.meta.url));

export class RemoteServer {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  static async start(kind: 'heaplab' | 'heaplab-without-workers' | 'echo' | 'frames'): Promise<RemoteServer> {
    const child = fork(SCRIPT, [kind], { execArgv: [] });
    const hello = await nextAnswer(child);
    if (!('url' in hello)) throw new Error('the server did not say where it is');
    return new RemoteServer(child, hello.url);
  }

  /** CPU time of the whole process so far: of all its threads, since its garbage collection belongs to its cost. */
  async cpuNs(): Promise<number> {
    const answer = await this.#ask({ ask: 'cpu' });
    if (!('cpuNs' in answer)) throw new Error('the server did not say what it used');
    return answer.cpuNs;
  }

  async sendFrames(count: number, text: string): Promise<void> {
    await this.#ask({ ask: 'frames', count, text });
  }

  stop(): void {
    this.#child.disconnect();
  }

  async #ask(question: Question): Promise<Answer> {
    const answer = nextAnswer(this.#child);
    this.#child.send(question);
    return answer;
  }
}

async function nextAnswer(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`the server ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- server.ts sends nothing else.
      resolve(message as Answer);
    });
  });
}
