/** A client that does not give up: the same request under the same key, until it is answered. */
import { Agent, type IncomingMessage, request } from 'node:http';
import type { Random } from '../support/random.ts';

export interface Delivered {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly attempts: number;
  /** How often the answer was thrown away. */
  readonly dropped: number;
}

export interface Courier {
  /** Where the server is now; it may move. */
  readonly url: () => string;
  readonly agent: Agent;
  readonly random: Random;
  /** How often an answer is lost on its way, from 0 to 1. */
  readonly dropRate: number;
}

const AGAIN_MS = 10;
/** Refusals that pass: the key is in use by the attempt before, the server is full of work, or has lost its journal for a moment. */
const PASSING = new Set([409, 429, 503, 507]);

export function courier(url: () => string, random: Random, dropRate = 0): Courier {
  return { url, random, dropRate, agent: new Agent({ keepAlive: true, maxSockets: 64 }) };
}

/** Resolves when the request has been answered for good. */
export async function deliver(courier: Courier, path: string, body: object, key: string): Promise<Delivered> {
  let dropped = 0;
  for (let attempts = 1; ; attempts++) {
    const drop = courier.random.chance(courier.dropRate);
    const answer = await attempt(courier, { path, text: JSON.stringify(body), key, drop });
    if (answer !== undefined && !PASSING.has(answer.status)) return { ...answer, attempts, dropped };
    dropped += Number(drop);
    if (!drop) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

interface Sending {
  readonly path: string;
  readonly text: string;
  readonly key: string;
  readonly drop: boolean;
}

/** One attempt; undefined when no answer arrived. A dropped answer is cut off somewhere between the request's last byte and its own. */
async function attempt(
  { url, agent, random }: Courier,
  { path, text, key, drop }: Sending,
): Promise<{ status: number; body: Record<string, unknown> } | undefined> {
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      'idempotency-key': key,
    };
    const sent = request(url() + path, { method: 'POST', headers, agent }, (response) => {
      if (!drop) return void read(response).then(resolve);
      sent.destroy();
      return resolve(undefined);
    });
    sent.on('error', () => resolve(undefined));
    sent.end(text, () => {
      if (drop && random.chance(0.5)) setTimeout(() => sent.destroy(), random.below(4));
    });
  });
}

async function read(
  response: IncomingMessage,
): Promise<{ status: number; body: Record<string, unknown> } | undefined> {
  let text = '';
  try {
    for await (const chunk of response) text += String(chunk);
    return { status: response.statusCode ?? 0, body: JSON.parse(text) as Record<string, unknown> };
  } catch {
    return undefined;
  }
}
