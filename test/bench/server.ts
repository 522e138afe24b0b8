/**
 * A server in a process of its own, so that what it costs can be told from what its client costs.
 *
 *   heaplab   the product          echo   a bare fastify that answers the body          frames   a bare WebSocket server, one event a frame
 *
 * The parent asks for the CPU time over IPC.
 */
import fastify from 'fastify';
import { pino } from 'pino';
import { WebSocketServer } from 'ws';
import { readConfig } from '../../src/config.ts';
import { startServer } from '../../src/server.ts';

export type Question =
  | { readonly ask: 'cpu' }
  | { readonly ask: 'frames'; readonly count: number; readonly text: string };

export type Answer = { readonly url: string } | { readonly cpuNs: number } | { readonly sent: number };

const BODY_LIMIT = 16 * 1024 * 1024;

async function startHeaplab(settings: Record<string, string> = {}): Promise<string> {
  const env = { HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', HEAPLAB_JOURNAL: 'memory' };
  const read = readConfig({ ...env, ...settings, HEAPLAB_MAX_BODY_BYTES: String(BODY_LIMIT) });
  if (!read.ok) throw new Error(read.errors.join('; '));
  return (await startServer({ config: read.config, logger: pino({ level: 'silent' }) })).url;
}

async function startEcho(): Promise<string> {
  const app = fastify({ bodyLimit: BODY_LIMIT });
  app.post('/', (request, reply) => {
    void reply.send(request.body);
  });
  return app.listen({ host: '127.0.0.1', port: 0 });
}

/** Sends each event as a frame of its own, serialised once for all. */
async function startFrames(): Promise<string> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  process.on('message', (question: Question) => {
    if (question.ask !== 'frames') return;
    let left = question.count;
    const turn = (): void => {
      for (let now = 0; now < 10 && left > 0; now++, left--) {
        for (const client of server.clients) client.send(question.text);
      }
      if (left > 0) setImmediate(turn);
      else answer({ sent: question.count });
    };
    turn();
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

function answer(message: Answer): void {
  process.send?.(message);
}

process.on('message', (question: Question) => {
  if (question.ask !== 'cpu') return;
  const { user, system } = process.cpuUsage();
  answer({ cpuNs: (user + system) * 1000 });
});
process.on('disconnect', () => process.exit(0));

const KINDS: Readonly<Record<string, () => Promise<string>>> = {
  heaplab: startHeaplab,
  'heaplab-without-workers': async () => startHeaplab({ HEAPLAB_WORKERS: '0' }),
  echo: startEcho,
  frames: startFrames,
};
const start = KINDS[process.argv[2] ?? ''];
if (start === undefined) throw new Error('the kind of server is the first argument');
answer({ url: await start() });
