import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Parser } from '@asyncapi/parser';
import { expect, test } from 'vitest';
import { FAULTS } from '../../src/contract/index.ts';
import { asyncapiDocument, documentText, openapiDocument, ROUTES } from '../../src/http/index.ts';
import { testServer } from '../support/server.ts';

const committed = async (name: string): Promise<string> =>
  readFile(new URL(`../../openapi/${name}`, import.meta.url), 'utf8');

test('the committed documents are what the code says (npm run openapi writes them)', async () => {
  expect(documentText(openapiDocument('en'))).toBe(await committed('openapi.json'));
  expect(documentText(asyncapiDocument('en'))).toBe(await committed('asyncapi.json'));
});

test('a linter finds nothing wrong with the OpenAPI document', async () => {
  const linted = await promisify(execFile)(
    'npx',
    ['redocly', 'lint', 'openapi/openapi.json', '--format=json'],
    {
      cwd: new URL('../../', import.meta.url),
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  );

  expect(JSON.parse(linted.stdout)).toMatchObject({ totals: { errors: 0, warnings: 0 } });
});

test('a parser finds nothing wrong with the AsyncAPI document', async () => {
  const { document, diagnostics } = await new Parser().parse(await committed('asyncapi.json'));

  expect(diagnostics).toEqual([]);
  expect(document?.allMessages().length).toBe(13);
});

test('every schema is published once and every reference leads somewhere', () => {
  const text = documentText(openapiDocument('en'));
  const { schemas } = (openapiDocument('en') as { components: { schemas: Record<string, unknown> } })
    .components;
  const targets = new Set(
    [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? ''),
  );

  expect([...targets].filter((name) => !(name in schemas))).toEqual([]);
  expect(Object.keys(schemas).filter((name) => !targets.has(name))).toEqual([]);
  expect(text).not.toContain('$defs');
});

test('every route says which faults it can answer with', () => {
  for (const route of ROUTES) {
    for (const code of route.faults) expect(Object.keys(FAULTS)).toContain(code);
    expect(new Set(ROUTES.map(({ name }) => name)).size).toBe(ROUTES.length);
  }
});

test('documents are served, in two languages, and /docs works under its content security policy', async () => {
  const server = await testServer();

  const english = await server.call<Record<string, unknown>>('GET', '/openapi.json');
  const chinese = await server.call<string>('GET', '/openapi.json', undefined, { 'accept-language': 'zh' });
  const page = await server.call<string>('GET', '/docs');

  expect(english.body).toEqual(openapiDocument('en'));
  expect(JSON.stringify(chinese.body)).toContain('创建会话');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  for (const [, path] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
    expect(path?.startsWith('/') || path?.startsWith('.'), path).toBe(true);
  }
});
