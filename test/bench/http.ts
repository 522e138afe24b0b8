/** A POST of operations against a bare fastify echo of the same body: CPU time of the server, heap work also told apart. */
import { Agent, request } from 'node:http';
import { createProcess, decodeOperation, Execution, type Operation } from '../../src/operations/index.ts';
import { collectGarbage, cpuNs, median, progress } from './clock.ts';
import { RemoteServer } from './remote.ts';
import type { Row } from './report.ts';

const NO_LIMITS = { objects: Infinity, heapBytes: Infinity, repeatIterations: Infinity };
const KEPT_EVENTS = 131_072;
const GOAL = 1.2;
/** A server runs for days; what it costs before it is compiled is not what it costs. */
const WARM_UP = 6;

/** What clients send all day: objects are made, put into each other, asked for and dropped. */
const MIX: readonly Operation[] = [
  { op: 'new', type: 'list', as: 'a' },
  { op: 'new', type: 'dict', as: 'd' },
  { op: 'append', list: 'a', item: 'd' },
  { op: 'set_item', of: 'd', key: 'k', value: 'a' },
  { op: 'bind', name: 'b', to: 'a' },
  { op: 'sys.getrefcount', of: 'a' },
  { op: 'unbind', name: 'b' },
  { op: 'del_item', of: 'd', key: 'k' },
  { op: 'unbind', name: 'd' },
  { op: 'unbind', name: 'a' },
];

export async function measureHttp(rounds: number, scale: number): Promise<Row[]> {
  const [heaplab, echo] = await Promise.all([RemoteServer.start('heaplab'), RemoteServer.start('echo')]);
  const created = JSON.parse(await post(`${heaplab.url}/v1/sessions`, '{"python":"3.11"}')) as { id: string };
  const operationsUrl = `${heaplab.url}/v1/sessions/${created.id}/operations`;
  const rows: Row[] = [];
  for (const [size, requests] of [
    [1, 2000],
    [100, 1000],
    [10_000, 10],
  ] as const) {
    progress(`  ${size} operations`);
    const operations = Array.from({ length: size }, (_, at) => MIX[at % MIX.length] as Operation);
    const body = JSON.stringify({ operations });
    const count = Math.max(4, Math.round(requests * scale));
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let warm = 0; warm < WARM_UP; warm++) {
      await costOf(heaplab, operationsUrl, { body, count });
      await costOf(echo, `${echo.url}/`, { body, count });
    }
    for (let round = 0; round < rounds; round++) {
      ours.push(await costOf(heaplab, operationsUrl, { body, count }));
      theirs.push(await costOf(echo, `${echo.url}/`, { body, count }));
    }
    rows.push(
      ...rowsOf(size, { ours: median(ours), theirs: median(theirs), heap: heapWork(operations, count) }),
    );
  }
  heaplab.stop();
  echo.stop();
  agent.destroy();
  return rows;
}

function rowsOf(size: number, cost: { ours: number; theirs: number; heap: number }): Row[] {
  const [ours, theirs, heap] = [cost.ours / 1000, cost.theirs / 1000, cost.heap / 1000];
  const name = `POST of ${size.toLocaleString('en-US')} operation${size === 1 ? '' : 's'}`;
  const row = { group: 'http', unit: 'us', other: theirs };
  return [
    { ...row, workload: name, heaplab: ours, ratio: ours / theirs },
    {
      ...row,
      workload: `${name}, heap work excluded`,
      heaplab: ours - heap,
      ratio: (ours - heap) / theirs,
      goal: size === 100 ? { of: 'ratio', atMost: GOAL } : undefined,
      note: `heap work: ${heap.toFixed(1)} us`,
    },
  ];
}

async function costOf(
  server: RemoteServer,
  url: string,
  sent: { body: string; count: number },
): Promise<number> {
  const before = await server.cpuNs();
  for (let at = 0; at < sent.count; at++) await post(url, sent.body);
  return ((await server.cpuNs()) - before) / sent.count;
}

/** CPU time of applying the same batch in this process: what is left of a request is HTTP, JSON, checking and the journal. */
function heapWork(sent: readonly Operation[], count: number): number {
  const operations = sent.map((operation) => {
    const decoded = decodeOperation(operation);
    if (!decoded.ok) throw new Error(`${operation.op}: ${decoded.problem.words.en}`);
    return decoded.operation;
  });
  const process = createProcess({ python: '3.11', keptEvents: KEPT_EVENTS });
  const apply = (): void => {
    const execution = new Execution(process, operations, { seq: 0, limits: NO_LIMITS });
    while (!execution.run(1000));
    if (execution.results.at(-1)?.error !== undefined) throw new Error('the batch failed');
  };
  for (let at = 0; at < count; at++) apply();
  collectGarbage();
  const start = cpuNs();
  for (let at = 0; at < count; at++) apply();
  return (cpuNs() - start) / count;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

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
