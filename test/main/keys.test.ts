/** Keys, with the server and the command that makes keys as processes of their own. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { bearer, testKeys } from '../support/keys.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ran = promisify(execFile);

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: '0', HEAPLAB_JOURNAL: 'memory', ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  return { child, output: () => output, exited };
}

async function listening(output: () => string): Promise<string> {
  await expect.poll(output, { timeout: 20_000 }).toContain('/docs');
  return `http://127.0.0.1:${/listens on http:\/\/[^\s]*:(\d+)/.exec(output())?.[1]}`;
}

test('the command makes a key, shows it once, and its entry lets the key in', async () => {
  const { path, write } = await testKeys();

  const made = await ran(process.execPath, ['src/cli/api-key.ts', '--owner', 'me', '--sessions', '2'], {
    cwd: root,
  });
  const key = /hl_[\w-]{43}/.exec(made.stderr)?.[0] ?? '';
  await write(`[${made.stdout}]`);
  const { output } = start({ HEAPLAB_API_KEYS_FILE: path, HOST: '0.0.0.0' });
  const url = await listening(output);

  expect(made.stdout).not.toContain(key);
  expect(JSON.parse(made.stdout)).toMatchObject({ owner: 'me', scopes: ['write'], limits: { sessions: 2 } });
  expect((await fetch(`${url}/v1/sessions`, { method: 'POST', headers: bearer(key) })).status).toBe(201);
  expect((await fetch(`${url}/v1/sessions`)).status).toBe(401);
}, 30_000);

test.each([
  [
    ['--owner', 'a b', '--scopes', 'all', '--sessions', 'many'],
    ['owner', 'scopes.0', 'limits.sessions'],
  ],
  [['--nope'], ['--nope']],
])('the command refuses %j and says what is wrong', async (words, complaints) => {
  const refused: unknown = await ran(process.execPath, ['src/cli/api-key.ts', ...words], { cwd: root }).catch(
    (error: unknown) => error,
  );

  expect(refused).toMatchObject({ code: 1 });
  for (const complaint of complaints) {
    expect((refused as { stderr: string }).stderr).toContain(complaint);
  }
});

test('SIGHUP reads the keys again, and no key is ever logged', async () => {
  const { path, keys, entries, write } = await testKeys();
  const { child, output, exited } = start({ HEAPLAB_API_KEYS_FILE: path, LOG_LEVEL: 'trace' });
  const url = await listening(output);
  const status = async () => (await fetch(`${url}/v1/sessions`, { headers: bearer(keys.writer) })).status;

  expect(await status()).toBe(200);
  await write('{"not": "a list"}');
  child.kill('SIGHUP');
  await expect.poll(output).toContain('the old keys stay in use');
  expect(await status()).toBe(200);
  await write([entries.reader]);
  child.kill('SIGHUP');
  await expect.poll(output).toContain('keys reloaded');
  expect(await status()).toBe(401);
  child.kill('SIGTERM');

  expect(await exited).toBe(0);
  for (const key of Object.values(keys)) expect(output()).not.toContain(key);
}, 30_000);

test('without a file of keys only loopback is served, and the server says so', async () => {
  const outside = start({ HOST: '0.0.0.0' });
  expect(await outside.exited).toBe(1);
  expect(outside.output()).toContain('HEAPLAB_API_KEYS_FILE');

  const inside = start({});
  await listening(inside.output);
  expect(inside.output()).toContain('only this machine can reach it');
}, 30_000);

test('a file of keys that is wrong is told with the places, and nothing starts', async () => {
  const { path, write } = await testKeys();
  await write([{ id: 'a', owner: 'b', sha256: 'c', scopes: ['all'] }]);

  const { exited, output } = start({ HEAPLAB_API_KEYS_FILE: path });

  expect(await exited).toBe(1);
  expect(output()).toContain(path);
  expect(output()).toContain('/0/sha256: ');
  expect(output()).toContain('/0/scopes/0: ');
}, 30_000);

test('a client that never finishes does not keep the process from ending', async () => {
  const { child, exited, output } = start({});
  const url = await listening(output);
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const endless = new ReadableStream({ pull: async () => new Promise(() => undefined) });
  const request: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    body: endless,
    duplex: 'half',
    headers: { 'content-type': 'application/json' },
    signal: controller.signal,
  };
  fetch(`${url}/v1/sessions`, request).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const sinceMs = performance.now();

  child.kill('SIGTERM');

  expect(await exited).toBe(0);
  expect(performance.now() - sinceMs).toBeLessThan(10_000);
}, 30_000);
