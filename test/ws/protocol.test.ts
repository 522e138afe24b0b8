import { expect, test } from 'vitest';
import { CLOSE_CODES, type ServerFrame, serverFrame } from '../../src/contract/index.ts';
import { DEFAULT_TIMING, eventsFrameText, type Output, StreamProtocol } from '../../src/ws/index.ts';

const EPOCH = 'e_000000000001';
const SETTINGS = { session: 's_00000000000000000001', language: 'en', timing: DEFAULT_TIMING } as const;

const moment = (offset: number, nowMs = 0) => ({
  nowMs,
  position: { seq: 1, epoch: EPOCH, offset },
  oldestRecoverable: Math.max(0, offset - 100),
});

/** What was sent, each frame checked against the contract. */
function frames(outputs: readonly Output[]): ServerFrame[] {
  return outputs.flatMap((output) =>
    'send' in output ? [serverFrame.parse(JSON.parse(String(output.send)))] : [],
  );
}

function opened(offset = 50): StreamProtocol {
  const protocol = new StreamProtocol(SETTINGS);
  protocol.opened(moment(offset));
  return protocol;
}

const subscribe = (more: object = {}): string => JSON.stringify({ type: 'subscribe', ...more });

const chunk = (from: number, to: number) => {
  const offsets = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const events = offsets.map((offset) => ({
    offset,
    seq: 1,
    type: 'object.tracked' as const,
    topic: 'object' as const,
    object: '#1',
  }));
  return { events, offset: to };
};

test('hello comes first, with the position', () => {
  const protocol = new StreamProtocol(SETTINGS);

  expect(frames(protocol.opened(moment(50)))).toEqual([
    {
      type: 'hello',
      session: SETTINGS.session,
      position: { seq: 1, epoch: EPOCH, offset: 50 },
      ping_interval_ms: 25_000,
      oldest_recoverable: 0,
    },
  ]);
  expect(protocol.wants).toBeUndefined();
});

test('a subscriber without since gets what comes from now on', () => {
  const protocol = opened();

  const [answer] = frames(protocol.received(subscribe({ topics: ['gc', 'object'], id: 'x' }), moment(60)));

  expect(answer).toEqual({
    type: 'subscribed',
    id: 'x',
    recovered: false,
    position: { epoch: EPOCH, offset: 60 },
    topics: ['object', 'gc'],
  });
  expect(protocol.wants?.after).toBe(60);
});

test('a subscriber that comes back in time gets everything after since', () => {
  const protocol = opened(150);

  const [answer] = frames(protocol.received(subscribe({ since: { epoch: EPOCH, offset: 50 } }), moment(150)));

  expect(answer).toMatchObject({ type: 'subscribed', recovered: true, position: { offset: 50 } });
  expect(protocol.wants?.after).toBe(50);
});

test.each([
  [{ epoch: 'e_999999999999', offset: 50 }, 'other_epoch'],
  [{ epoch: EPOCH, offset: 49 }, 'too_far_behind'],
  [{ epoch: EPOCH, offset: 151 }, 'in_the_future'],
])('since %j cannot be recovered: %s', (since, reason) => {
  const protocol = opened(150);

  const [answer] = frames(protocol.received(subscribe({ since }), moment(150)));

  expect(answer).toMatchObject({ recovered: false, reason, position: { epoch: EPOCH, offset: 150 } });
  expect(protocol.wants?.after).toBe(150);
});

test('chunks are sent as they are fetched, and wanted from where the last one ended', () => {
  const protocol = opened();
  protocol.received(subscribe(), moment(50));

  const sent = protocol.delivered(chunk(51, 60), eventsFrameText(EPOCH, chunk(51, 60)));

  expect(frames(sent)).toMatchObject([{ type: 'events', position: { offset: 60 }, events: { length: 10 } }]);
  expect(protocol.wants?.after).toBe(60);
});

test('a filtered stream hears by bookmarks how far it has come', () => {
  const protocol = opened();
  protocol.received(subscribe({ topics: ['gc'] }), moment(50));
  const state = { blocked: false, newest: 90 };

  expect(protocol.delivered({ events: [], offset: 90 }, undefined)).toEqual([]);
  expect(frames(protocol.tick(500, state))).toEqual([]);
  expect(frames(protocol.tick(1_000, state))).toEqual([
    { type: 'bookmark', position: { epoch: EPOCH, offset: 90 } },
  ]);
  expect(frames(protocol.tick(3_000, state))).toEqual([]);
});

test('one stream has one subscription', () => {
  const protocol = opened();
  protocol.received(subscribe(), moment(50));

  expect(frames(protocol.received(subscribe({ id: '2' }), moment(50)))).toMatchObject([
    { type: 'error', id: '2', problem: { code: 'already_subscribed' } },
  ]);
  expect(frames(protocol.received('{"type":"unsubscribe"}', moment(70)))).toEqual([
    { type: 'unsubscribed', position: { epoch: EPOCH, offset: 50 } },
  ]);
  expect(frames(protocol.received('{"type":"unsubscribe"}', moment(70)))).toMatchObject([
    { type: 'error', problem: { code: 'not_subscribed' } },
  ]);
  expect(protocol.wants).toBeUndefined();
});

test('ping is answered by pong, and auth refused where there are no keys', () => {
  const protocol = opened();

  expect(frames(protocol.received('{"type":"ping","id":"p"}', moment(55)))).toEqual([
    { type: 'pong', id: 'p', position: { epoch: EPOCH, offset: 55 } },
  ]);
  expect(frames(protocol.received('{"type":"auth","token":"t"}', moment(55)))).toMatchObject([
    { type: 'error', problem: { code: 'unsupported_frame' } },
  ]);
});

test.each([
  ['not json'],
  ['[]'],
  ['null'],
  ['{}'],
  ['{"type":"subscribe","topics":[]}'],
  ['{"type":"subscribe","topics":["nope"]}'],
  ['{"type":"subscribe","extra":1}'],
  ['{"type":"subscribe","since":{"epoch":"e_000000000001"}}'],
  ['{"type":"subscribe","__proto__":{"polluted":1}}'],
])('%s is refused and the stream stays open', (text) => {
  const protocol = opened();

  expect(frames(protocol.received(text, moment(50)))).toMatchObject([
    { type: 'error', problem: { code: 'invalid_frame' } },
  ]);
  expect(protocol.closed).toBe(false);
});

test('too many frames that are not of the protocol end the stream', () => {
  const protocol = opened();
  const outputs = Array.from({ length: 20 }, () => protocol.received('x', moment(50))).flat();

  expect(outputs.at(-1)).toEqual({ close: 4400, reason: 'too_many_bad_frames' });
  expect(frames(outputs).at(-1)).toMatchObject({ type: 'goodbye', code: 4400, reconnect: 'no' });
  expect(protocol.received('x', moment(50))).toEqual([]);
});

test('a binary frame ends the stream', () => {
  expect(opened().receivedBinary().at(-1)).toEqual({ close: 1003, reason: 'binary_refused' });
});

test('a silent client is pinged every 25 s and given up when it does not answer', () => {
  const protocol = opened();
  const state = { blocked: false, newest: 50 };

  expect(protocol.tick(24_999, state)).toEqual([]);
  expect(protocol.tick(25_000, state)).toEqual([{ ping: true }]);
  protocol.ponged(25_100);
  expect(protocol.tick(50_000, state)).toEqual([{ ping: true }]);
  expect(protocol.tick(74_999, state)).toEqual([]);
  expect(protocol.tick(75_000, state).at(-1)).toEqual({ close: 4408, reason: 'ping_timeout' });
});

test('a subscriber that takes nothing while events wait is told what it lost and closed', () => {
  const protocol = opened();
  protocol.received(subscribe(), moment(50));
  const blocked = { blocked: true, newest: 80 };

  expect(protocol.tick(1_000, blocked)).toEqual([]);
  expect(protocol.tick(4_000, { ...blocked, blocked: false })).toEqual([]);
  expect(protocol.tick(5_000, blocked)).toEqual([]);
  const outputs = protocol.tick(9_000, blocked);

  expect(frames(outputs)).toMatchObject([
    { type: 'lagged', position: { offset: 50 }, missed: 30 },
    { type: 'goodbye', code: 4409, reconnect: 'resume', position: { offset: 50 } },
  ]);
  expect(outputs.at(-1)).toEqual({ close: 4409, reason: 'lagged' });
});

test('every close code is said with whether to come back', () => {
  for (const [code, { reconnect }] of Object.entries(CLOSE_CODES)) {
    const outputs = opened().ended(Number(code) as keyof typeof CLOSE_CODES);
    expect(frames(outputs)).toMatchObject([{ type: 'goodbye', code: Number(code), reconnect }]);
  }
});
