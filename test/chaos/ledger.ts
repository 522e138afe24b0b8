/**
 * What clients did to some sessions, to be compared with what the server kept.
 *
 * Request k of a session places the mark k. A session that kept its promises has the marks 0, 1, 2 ... of all its requests, each
 * once and in order, whatever happened on the way.
 */
import type { HeapEvent, SessionResource } from '../../src/contract/index.ts';
import type { Random } from '../support/random.ts';
import { eventsHash, type ReturningSubscriber } from '../support/returning-subscriber.ts';
import type { EventsPage } from '../support/server.ts';
import type { Chronicle } from './chronicle.ts';
import { type Courier, deliver } from './client.ts';

export class SessionLedger {
  readonly id: string;
  readonly epoch: string;
  /** Requests that were acknowledged. */
  requests = 0;
  attempts = 0;
  dropped = 0;
  #seq = 0;

  constructor({ id, epoch }: Pick<SessionResource, 'id' | 'epoch'>) {
    this.id = id;
    this.epoch = epoch;
  }

  static async open(courier: Courier, key: string): Promise<SessionLedger> {
    const settings = {
      python: courier.random.pick(['3.8', '3.9', '3.11', '3.12', '3.13']),
      ttl_seconds: null,
    };
    const { body } = await deliver(courier, '/v1/sessions', settings, key);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the body of a 201.
    return new SessionLedger(body as unknown as SessionResource);
  }

  /** Sends the next request until it is acknowledged, and checks the receipt against those before. */
  async send(courier: Courier, chronicle: Chronicle): Promise<void> {
    const operations = batchOf(this.requests, courier.random);
    const key = `request ${this.requests}`;
    const answer = await deliver(courier, `/v1/sessions/${this.id}/operations`, { operations }, `"${key}"`);
    this.attempts += answer.attempts;
    this.dropped += answer.dropped;
    const { seq } = answer.body;
    chronicle.must(
      answer.status === 200 && seq === this.#seq + operations.length,
      () =>
        `${this.id} ${key}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}, expected seq ${this.#seq + operations.length}`,
    );
    this.#seq = typeof seq === 'number' ? seq : this.#seq + operations.length;
    this.requests++;
  }

  /** Everything that was acknowledged is there, once; and each subscriber saw every event, once. */
  async audit(
    url: string,
    chronicle: Chronicle,
    subscribers: readonly ReturningSubscriber[] = [],
  ): Promise<number> {
    const events = await allEvents(url, this.id);
    const marks = events.flatMap((event) => (event.type === 'mark.placed' ? [event.label] : []));
    const expected = Array.from({ length: this.requests }, (_, index) => String(index));
    chronicle.must(
      marks.join(' ') === expected.join(' '),
      () =>
        `${this.id}: ${this.requests} requests were acknowledged, the marks are ${firstDifference(marks, expected)}`,
    );
    const gap = events.findIndex(({ offset }, index) => offset !== index + 1);
    chronicle.must(gap === -1, () => `${this.id}: event ${gap + 1} is missing from the journal`);
    const { seq, offset } = (await (await fetch(`${url}/v1/sessions/${this.id}`)).json()) as SessionResource;
    chronicle.must(
      seq === this.#seq && offset === events.length,
      () => `${this.id} is at ${seq} and ${offset}, expected ${this.#seq} and ${events.length}`,
    );
    const hash = eventsHash(events);
    for (const subscriber of subscribers) {
      await Promise.race([subscriber.reaches(offset), new Promise((resolve) => setTimeout(resolve, 20_000))]);
      for (const complaint of subscriber.complaints)
        chronicle.blame(`${this.id}, a subscriber: ${complaint}`);
      chronicle.must(
        subscriber.hash === hash && subscriber.position.offset === offset,
        () =>
          `${this.id}: a subscriber has other events than the journal, up to ${subscriber.position.offset} of ${offset}`,
      );
    }
    return events.length;
  }
}

/** A mark, and some work around it. */
function batchOf(request: number, random: Random): object[] {
  const work = [
    { op: 'new', type: 'list', as: `l${random.below(20)}` },
    { op: 'new', type: 'dict', as: `d${random.below(20)}` },
    { op: 'repeat', times: 1 + random.below(30), ops: [{ op: 'new', type: 'list', as: 'x' }] },
    { op: 'gc.collect' },
    { op: 'gc.get_count' },
  ];
  const chosen = Array.from({ length: random.below(4) }, () => random.pick(work));
  return [...chosen, { op: 'mark', label: String(request) }];
}

async function allEvents(url: string, id: string): Promise<HeapEvent[]> {
  const events: HeapEvent[] = [];
  for (let cursor = ''; ; ) {
    const answer = await fetch(`${url}/v1/sessions/${id}/events?limit=10000${cursor}`);
    if (answer.status !== 200) throw new Error(`events of ${id}: ${answer.status} ${await answer.text()}`);
    const page = (await answer.json()) as EventsPage;
    events.push(...page.events);
    if (page.next === null) return events;
    cursor = `&cursor=${page.next}`;
  }
}

function firstDifference(found: readonly string[], expected: readonly string[]): string {
  const at = found.findIndex((mark, index) => mark !== expected[index]);
  const from = Math.max(0, (at === -1 ? Math.min(found.length, expected.length) : at) - 2);
  return `${found.length}, around ${from}: ${found.slice(from, from + 6).join(' ')}`;
}
