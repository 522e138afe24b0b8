/** Events to WebSocket subscribers: CPU time of the server for one event to one subscriber, against one event a frame. */
import { WebSocket } from 'ws';
import { progress } from './clock.ts';
import { RemoteServer } from './remote.ts';
import type { Row } from './report.ts';

const ITERATIONS = 500;
const BATCHES_SENT = 10;
const GOAL = 50;
const LONE_EVENTS = 500;
/** An event as it stands in a frame; its length is what matters. */
const LONE_EVENT =
  '{"type":"events","events":[{"offset":1234567,"seq":1234,"type":"object.allocated","topic":"object","id":"#1234567","object_type":"list","address":"0x7f1234567890"}],"position":{"epoch":"e_0123456789ab","offset":1234567}}';

interface Received {
  events: number;
  frames: number;
  offset: number;
}

export async function measureLive(scale: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const subscribers of [1, 100, 1_000]) {
    progress(`  ${subscribers} subscriber${subscribers === 1 ? '' : 's'}`);
    const batched = await batchedCost(subscribers, scale);
    const lone = await loneCost(subscribers, scale);
    rows.push({
      group: 'live',
      workload: `an event to each of ${subscribers} subscriber${subscribers === 1 ? '' : 's'}, server CPU`,
      unit: 'ns',
      heaplab: batched.costNs,
      other: lone,
      ratio: lone / batched.costNs,
      goal: subscribers === 100 ? { of: 'ratio', atLeast: GOAL } : undefined,
      note: `${Math.round(batched.eventsPerFrame)} events a frame; against a bare ws with one event a frame; ratio: how many times more events`,
    });
  }
  return rows;
}

/** The whole product at work: the operations are decoded and applied, events made, serialised once and sent to all. */
async function batchedCost(
  count: number,
  scale: number,
): Promise<{ costNs: number; eventsPerFrame: number }> {
  const server = await RemoteServer.start('heaplab');
  const session = await call(server, '/v1/sessions', { python: '3.11' });
  const path = `/v1/sessions/${session.id}`;
  const received = await Promise.all(
    Array.from({ length: count }, async () =>
      subscriber(`${server.url.replace('http', 'ws')}${path}/events`),
    ),
  );
  const body = [{ op: 'new', type: 'list', as: 'x' }];
  const operations = [{ op: 'repeat', times: Math.round(ITERATIONS), index: 'i', ops: body }];
  const post = async (): Promise<void> => {
    const { offset } = await call(server, `${path}/operations`, { operations });
    while (received.some((one) => one.offset < offset))
      await new Promise((resolve) => setTimeout(resolve, 2));
  };
  for (let warm = 0; warm < 4; warm++) await post();
  const [before, seen] = [await server.cpuNs(), total(received)];
  for (let at = 0; at < Math.max(2, BATCHES_SENT * scale); at++) await post();
  const [after, all] = [await server.cpuNs(), total(received)];
  server.stop();
  const events = all.events - seen.events;
  return { costNs: (after - before) / events, eventsPerFrame: events / (all.frames - seen.frames) };
}

async function loneCost(count: number, scale: number): Promise<number> {
  const server = await RemoteServer.start('frames');
  const url = server.url.replace('http', 'ws');
  const received = await Promise.all(Array.from({ length: count }, async () => subscriber(url)));
  const send = async (events: number): Promise<void> => {
    const expected = total(received).frames + events * count;
    await server.sendFrames(events, LONE_EVENT);
    while (total(received).frames < expected) await new Promise((resolve) => setTimeout(resolve, 2));
  };
  const events = Math.max(100, Math.round(LONE_EVENTS * scale * (count === 1 ? 20 : 1)));
  await send(events);
  const before = await server.cpuNs();
  await send(events);
  const cost = ((await server.cpuNs()) - before) / (events * count);
  server.stop();
  return cost;
}

function total(received: readonly Received[]): { events: number; frames: number } {
  let [events, frames] = [0, 0];
  for (const one of received) {
    events += one.events;
    frames += one.frames;
  }
  return { events, frames };
}

/** Reads no more of a frame than it must: this process has to keep up with a hundred streams. */
async function subscriber(url: string): Promise<Received> {
  const socket = new WebSocket(url, 'heaplab.v1', { perMessageDeflate: false });
  const received: Received = { events: 0, frames: 0, offset: 0 };
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () => {
      if (!url.includes('/sessions/')) resolve(received);
    });
    socket.on('message', (message: Buffer) => {
      received.frames++;
      if (!url.includes('/sessions/')) return;
      const text = message.toString('latin1');
      if (text.includes('"type":"hello"')) socket.send('{"type":"subscribe"}');
      else if (text.includes('"type":"subscribed"')) resolve(received);
      else countEvents(received, text);
    });
  });
}

/** The events of a frame follow each other without a gap, so the last offset says how many came. */
function countEvents(received: Received, text: string): void {
  const first = Number(/"offset":(\d+)/.exec(text.slice(text.indexOf('"events":')))?.[1]);
  const last = Number(/"offset":(\d+)/.exec(text.slice(text.lastIndexOf('"offset":')))?.[1]);
  received.events += last - first + 1;
  received.offset = last;
}

async function call(
  server: RemoteServer,
  path: string,
  body: object,
): Promise<{ id: string; offset: number }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as { id: string; offset: number };
}
