/**
 * How long a small session's requests wait while another session is at work: over HTTP, seen by the client, against an idle server;
 * and the same where heavy sessions have no worker to go to.
 */
import { Agent, request } from 'node:http';
import { progress } from './clock.ts';
import { RemoteServer } from './remote.ts';
import type { Row } from './report.ts';

const SMALL = JSON.stringify({
  operations: [
    { op: 'new', type: 'list', as: 'a' },
    { op: 'sys.getrefcount', of: 'a' },
  ],
});
const PAUSE_MS = 2;
const IDLE_REQUESTS = 500;

interface Latencies {
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
}

export async function measureIsolation(scale: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const kind of ['heaplab', 'heaplab-without-workers'] as const) {
    const server = await RemoteServer.start(kind);
    const small = `${await create(server)}/operations`;
    const heavy = `${await create(server)}/operations`;
    await post(small, SMALL);
    await post(heavy, steps(100_000)); // Where there are workers, it lives in one from now on.
    const idle = await latencies(small, async () => pause(IDLE_REQUESTS * PAUSE_MS * 1.5));
    progress(`  ${kind}: a long batch`);
    const batch = await latencies(small, async () => post(heavy, steps(10_000_000 * scale)));
    await post(heavy, objects(2_000_000 * scale));
    progress(`  ${kind}: a large collection`);
    const collection = await latencies(small, async () => {
      await pause(50);
      for (let time = 0; time < 3; time++) await post(heavy, '{"operations":[{"op":"gc.collect"}]}');
    });
    server.stop();
    const others = kind === 'heaplab' ? '' : ', without workers';
    rows.push(
      ...rowsOf(`a 10M-step batch${others}`, batch, idle),
      ...rowsOf(`3 collections of 2M${others}`, collection, idle),
    );
  }
  agent.destroy();
  return rows;
}

function rowsOf(other: string, busy: Latencies, idle: Latencies): Row[] {
  const row = {
    group: 'isolation',
    unit: 'ms',
    note: `longest ${busy.longest.toFixed(0)} ms; idle ${idle.longest.toFixed(0)} ms`,
  };
  const name = `a small request beside ${other}`;
  return [
    {
      ...row,
      workload: `${name}, median`,
      heaplab: busy.median,
      other: idle.median,
      ratio: busy.median / idle.median,
    },
    { ...row, workload: `${name}, p99`, heaplab: busy.p99, other: idle.p99, ratio: busy.p99 / idle.p99 },
  ];
}

/** Of small requests, one after another, until the other work is done. */
async function latencies(url: string, work: () => Promise<unknown>): Promise<Latencies> {
  const state = { done: false };
  const other = work().finally(() => {
    state.done = true;
  });
  const found: number[] = [];
  while (!state.done) {
    const start = performance.now();
    await post(url, SMALL);
    found.push(performance.now() - start);
    await pause(PAUSE_MS);
  }
  await other;
  found.sort((one, another) => one - another);
  const at = (share: number): number =>
    found[Math.min(found.length - 1, Math.floor(found.length * share))] ?? Number.NaN;
  return { median: at(0.5), p99: at(0.99), longest: found.at(-1) ?? Number.NaN };
}

function steps(count: number): string {
  const ops = [
    { op: 'new', type: 'list', as: 'x' },
    { op: 'unbind', name: 'x' },
  ];
  return JSON.stringify({ operations: [{ op: 'repeat', times: count / 2, index: 'i', ops }] });
}

/** All of them alive, and no collection on the way. */
function objects(count: number): string {
  const ops = [
    { op: 'new', type: 'list', as: 'x' },
    { op: 'append', list: 'all', item: 'x' },
  ];
  const repeat = { op: 'repeat', times: count, index: 'i', ops };
  return JSON.stringify({
    operations: [{ op: 'gc.disable' }, { op: 'new', type: 'list', as: 'all' }, repeat],
  });
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function create(server: RemoteServer): Promise<string> {
  const created = JSON.parse(await post(`${server.url}/v1/sessions`, '{"python":"3.11"}')) as { id: string };
  return `${server.url}/v1/sessions/${created.id}`;
}

const agent = new Agent({ keepAlive: true });

async function post(url: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if ((response.statusCode ?? 500) < 300) resolve(text);
        else reject(new Error(`${response.statusCode} ${text.slice(0, 300)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
