/** Frames generated from the contract, many of them spoilt: the server answers or closes with a documented code, and stands. */
import { expect, test } from 'vitest';
import { CLOSE_CODES, serverFrame } from '../../src/contract/index.ts';
import { asyncapiDocument } from '../../src/http/index.ts';
import { fuzzCount, Random, runSeed } from '../support/random.ts';
import { SchemaSampler } from '../support/schema-sampler.ts';
import { testServer } from '../support/server.ts';

interface Document {
  readonly components: { schemas: Record<string, Record<string, unknown>> };
}

function frameMaker(random: Random, epoch: string): () => string | Buffer {
  const { schemas } = (asyncapiDocument('en') as unknown as Document).components;
  const sampler = new SchemaSampler(random, schemas, { Epoch: () => epoch });
  const names = ['SubscribeFrame', 'UnsubscribeFrame', 'PingFrame', 'AuthFrame', 'HelloFrame', 'EventsFrame'];
  return () => {
    if (random.chance(0.003)) return Buffer.from([random.below(256)]);
    if (random.chance(0.003)) return 'x'.repeat(20_000);
    const text = JSON.stringify(sampler.nearly({ $ref: `#/${random.pick(names)}` }, 0.3)) ?? '';
    return random.chance(0.05) ? text.slice(random.below(text.length + 1)) : text;
  };
}

test('whatever comes as a frame is answered or ends that stream alone', async () => {
  const server = await testServer();
  const { id, epoch } = await server.session();
  const seed = runSeed();
  const make = frameMaker(new Random(seed), epoch);
  const bystander = await server.subscriber(id);
  bystander.send({ type: 'subscribe' });
  await bystander.next('subscribed');

  let subscriber = await server.subscriber(id);
  for (let index = 0; index < fuzzCount(1_000); index++) {
    if (subscriber.closed !== undefined) {
      expect(Object.keys(CLOSE_CODES), `seed ${seed}, frame ${index}`).toContain(
        String(subscriber.closed.code),
      );
      subscriber = await server.subscriber(id);
    }
    const frame = make();
    if (subscriber.socket.readyState === subscriber.socket.OPEN) subscriber.socket.send(frame);
    if (index % 50 === 0) await server.apply(id, [{ op: 'new', type: 'list', as: 'a' }]);
    if (index % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
  }

  for (const frame of subscriber.frames) expect(serverFrame.safeParse(frame).success).toBe(true);
  const { offset } = await server.apply(id, [{ op: 'new', type: 'list', as: 'last' }]);
  const events = await bystander.eventsUntil(offset);
  expect(events.map((event) => event.offset)).toEqual(
    Array.from({ length: offset }, (_, index) => index + 1),
  );
}, 600_000);
