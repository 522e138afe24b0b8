/** The server as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

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
  const { child, output, exited } = run('src/main.ts', { PORT: '0' });
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
