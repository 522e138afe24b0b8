import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { DEFAULT_LIMITS } from '../../src/session/index.ts';

test('an empty environment is enough', () => {
  expect(readConfig({ PATH: '/bin', PORT: '' })).toEqual({
    ok: true,
    config: { host: '127.0.0.1', port: 8080, logLevel: 'info', limits: DEFAULT_LIMITS },
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

test('limits can be set, and a time to live of 0 means never', () => {
  const read = readConfig({ HEAPLAB_MAX_OBJECTS: '12', HEAPLAB_TTL_SECONDS: '0' });

  expect(read).toMatchObject({ config: { limits: { ttlSeconds: null, session: { objects: 12 } } } });
});
