import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { DEFAULT_LIMITS } from '../../src/session/index.ts';

test('an empty environment is enough', () => {
  expect(readConfig({ PATH: '/bin', PORT: '' })).toEqual({
    ok: true,
    config: {
      host: '127.0.0.1',
      port: 8080,
      logLevel: 'info',
      limits: DEFAULT_LIMITS,
      workers: { count: Math.max(1, availableParallelism() - 1), memoryBytes: 2_147_483_648 },
      journal: { kind: 'sqlite', directory: './data', maxBytes: undefined },
      access: {
        keysFile: undefined,
        corsOrigins: [],
        requestsPerMinute: 60_000,
        addressRequestsPerMinute: 6_000_000,
      },
    },
  });
});

test('every wrong key is named at once', () => {
  const read = readConfig({
    PORT: 'http',
    LOG_LEVEL: 'loud',
    HEAPLAB_MAX_SESSIONS: '0',
    HEAPLAB_MAX_SESIONS: '5',
  });

  expect(read.ok).toBe(false);
  const errors = read.ok ? [] : read.errors.map((error) => error.split(':', 1)[0]);
  expect(errors).toEqual(['HEAPLAB_MAX_SESIONS', 'PORT', 'LOG_LEVEL', 'HEAPLAB_MAX_SESSIONS']);
});

test.each(['0.0.0.0', '::', '10.0.0.1', 'heaplab.example'])(
  '%s is refused without a file of keys',
  (HOST) => {
    const refused = readConfig({ HOST, PORT: 'http' });

    const errors = refused.ok ? [] : refused.errors;
    expect(errors.map((error) => error.split(':', 1)[0])).toEqual(['PORT', 'HOST']);
    expect(errors[1]).toContain('HEAPLAB_API_KEYS_FILE');
    expect(readConfig({ HOST, HEAPLAB_API_KEYS_FILE: 'keys.json' }).ok).toBe(true);
  },
);

test('origins are given as browsers send them', () => {
  const read = (HEAPLAB_CORS_ORIGINS: string) => readConfig({ HEAPLAB_CORS_ORIGINS });

  expect(read('https://a.example, http://b.example:81')).toMatchObject({
    config: { access: { corsOrigins: ['https://a.example', 'http://b.example:81'] } },
  });
  expect(read('*')).toMatchObject({ config: { access: { corsOrigins: ['*'] } } });
  expect(read('https://a.example/')).toMatchObject({ ok: false });
  expect(read('a.example')).toMatchObject({ ok: false });
});

test('the journal goes where it is told, or nowhere', () => {
  const read = (env: Record<string, string>) => readConfig({ ...env });

  expect(read({ HEAPLAB_JOURNAL: 'memory' })).toMatchObject({ config: { journal: { kind: 'memory' } } });
  expect(read({ HEAPLAB_DATA: '/srv/heaplab', HEAPLAB_MAX_JOURNAL_BYTES: '1000000' })).toMatchObject({
    config: { journal: { kind: 'sqlite', directory: '/srv/heaplab', maxBytes: 1_000_000 } },
  });
  expect(read({ HEAPLAB_JOURNAL: 'paper' })).toMatchObject({ ok: false });
  expect(read({ HEAPLAB_IDLE_SECONDS: '60' })).toMatchObject({ config: { limits: { idleSeconds: 60 } } });
});

test('limits can be set, and a time to live of 0 means never', () => {
  const read = readConfig({ HEAPLAB_MAX_OBJECTS: '12', HEAPLAB_TTL_SECONDS: '0' });

  expect(read).toMatchObject({ config: { limits: { ttlSeconds: null, session: { objects: 12 } } } });
});
