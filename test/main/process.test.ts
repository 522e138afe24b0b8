/** The server as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { Receipt, SessionResource } from '../../src/contract/index.ts';
import { temporaryDirectory } from '../support/directories.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exited: () => Promise<number | null>;
}

function run(file: string, env: Record<string, string>): Run {
  const child = spawn(process.execPath, [file], { cwd: root, env: { PATH: process.env['PATH'], ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout?.on('data', (chunk) => (output += String(chunk)));
  child.stderr?.on('data', (chunk) => (output += String(chunk)));
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, output: () => output, exited: () => exit };
}

test('npm start says where to look, serves, logs one line a request, and stops when asked', async () => {
  const { child, output, exited } = run('src/main.ts', { PORT: '0', HEAPLAB_DATA: temporaryDirectory() });
  await expect.poll(output, { timeout: 20_000 }).toContain('/docs');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0] ?? '';

  const answer = await fetch(`${url}/v1/sessions`, { method: 'POST', headers: { 'x-request-id': 'mine-1' } });
  expect(answer.status).toBe(201);
  child.kill('SIGTERM');

  expect(await exited()).toBe(0);
  const lines = output()
    .split('\n')
    .filter((line) => line.includes('"requestId":"mine-1"'));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ method: 'POST', route: '/v1/sessions', status: 201 });
});

test('programs of its sessions have room, here and in workers', async () => {
  const server = await served({
    PORT: '0',
    LOG_LEVEL: 'silent',
    HEAPLAB_JOURNAL: 'memory',
    HEAPLAB_WORKERS: '1',
  });
  const created = await server.post<SessionResource>('/v1/sessions', { python: '3.11' });
  const deep =
    'import functools\n@functools.lru_cache(None)\ndef f(n): return n and f(n - 1)\nprint(f(480))\n';
  const busy = 'x = [[] for _ in range(30000)]\n';

  const light = await server.post<Receipt>(`/v1/sessions/${created.id}/programs`, { source: deep });
  const moved = await server.post<Receipt>(`/v1/sessions/${created.id}/programs`, { source: busy + deep });

  expect([light, moved]).toMatchObject([{ stdout: '0\n' }, { stdout: '0\n' }]);
  server.child.kill('SIGTERM');
  expect(await server.exited()).toBe(0);
});

test('a wrong environment is named and nothing starts', async () => {
  const { output, exited } = run('src/main.ts', { PORT: 'http' });

  expect(await exited()).toBe(1);
  expect(output()).toContain('PORT');
});

test('npm run demo tells the story of a cycle, and the collector finds 2', async () => {
  const { output, exited } = run('src/cli/demo.ts', {});

  expect(await exited()).toBe(0);
  expect(output()).toContain('>>> gc.collect()');
  expect(output()).toContain('2 objects collected');
});

test('what was acknowledged survives kill -9, and a second server is told who holds the data', async () => {
  const env = { PORT: '0', LOG_LEVEL: 'silent', HEAPLAB_DATA: join(temporaryDirectory(), 'made', 'here') };
  const first = await served(env);
  const created = await first.post<SessionResource>('/v1/sessions', { python: '3.12' });
  const path = `/v1/sessions/${created.id}`;
  const receipt = await first.post<Receipt>(`${path}/operations`, { op: 'new', type: 'list', as: 'a' });

  const second = run('src/main.ts', env);
  expect(await second.exited()).toBe(1);
  expect(second.output()).toContain(`${env.HEAPLAB_DATA} is in use by process ${first.child.pid}`);
  first.child.kill('SIGKILL');
  await first.exited();

  const third = await served(env);
  const found = await fetch(`${third.url}${path}`);
  expect(await found.json()).toMatchObject({ id: created.id, seq: 1, offset: receipt.offset });
  const next = await third.post<Receipt>(`${path}/operations`, { op: 'unbind', name: 'a' });
  expect(next.seq).toBe(2);
});

async function served(env: Record<string, string>) {
  const server = run('src/main.ts', env);
  await expect.poll(server.output, { timeout: 20_000 }).toContain('/docs');
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(server.output())?.[0] ?? '';
  const headers = { 'content-type': 'application/json' };
  const post = async <Body>(path: string, body: object): Promise<Body> => {
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as Body;
  };
  return { ...server, url, post };
}
