/**
 * The subprotocol `heaplab.v1` as a state machine: what comes in leads to what goes out, and nothing else happens.
 *
 *   opened -> hello;  subscribe -> subscribed, then chunks of events as they are fetched;  a closed stream answers nothing
 *
 * It knows no socket, no clock and no session: times are arguments, and the shell (stream.ts) fetches what `wants` asks for.
 * Always: what was sent covers every wanted event up to `offset`, in order, without a gap.
 */
import {
  CLOSE_CODES,
  type ClientFrame,
  type CloseCode,
  clientFrame,
  closeReason,
  complain,
  type Fault,
  fault,
  type Language,
  type Position,
  problemOf,
  REPORT_INPUT,
  type ServerFrame,
  type StreamPosition,
  type UnrecoveredReason,
  wordsOf,
} from '../contract/index.ts';
import { type EventChunk, TopicFilter } from '../session/index.ts';

export type Output =
  | { readonly send: string | Uint8Array }
  | { readonly ping: true }
  | { readonly close: CloseCode; readonly reason: string };

export interface StreamSettings {
  readonly session: string;
  readonly language: Language;
  readonly timing: StreamTiming;
}

export interface StreamTiming {
  readonly pingIntervalMs: number;
  /** After a ping, how long the other side may be silent. */
  readonly pongTimeoutMs: number;
  /** How long a subscriber may take nothing while events wait. */
  readonly stallTimeoutMs: number;
  /** How often a filtered stream hears that nothing of its topics happened. */
  readonly bookmarkIntervalMs: number;
  /** How long a client that must show a key may take for it. */
  readonly authTimeoutMs: number;
}

export const DEFAULT_TIMING: StreamTiming = {
  pingIntervalMs: 25_000,
  pongTimeoutMs: 25_000,
  stallTimeoutMs: 3_000,
  bookmarkIntervalMs: 1_000,
  authTimeoutMs: 10_000,
};

/** So many frames that are not of the protocol end the stream. */
const BAD_FRAMES = 20;

/** What the protocol must know of the session when a frame comes. */
export interface Moment {
  readonly nowMs: number;
  readonly position: Position;
  readonly oldestRecoverable: number;
}

interface Subscription {
  readonly filter: TopicFilter;
  /** Everything wanted up to here was sent. */
  offset: number;
  /** The offset that the client has heard of. */
  toldOffset: number;
}

export class StreamProtocol {
  readonly #settings: StreamSettings;
  #epoch = '';
  #subscription: Subscription | undefined;
  #badFrames = 0;
  #pingedAtMs = 0;
  #heardAtMs = 0;
  #bookmarkedAtMs = 0;
  #blockedSinceMs: number | undefined;
  #closed = false;

  constructor(settings: StreamSettings) {
    this.#settings = settings;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** What to fetch next: chunks of these topics after this offset. */
  get wants(): { readonly after: number; readonly filter: TopicFilter } | undefined {
    if (this.#closed || this.#subscription === undefined) return undefined;
    return { after: this.#subscription.offset, filter: this.#subscription.filter };
  }

  opened(moment: Moment): Output[] {
    this.#epoch = moment.position.epoch;
    this.#pingedAtMs = moment.nowMs;
    this.#heardAtMs = moment.nowMs;
    this.#bookmarkedAtMs = moment.nowMs;
    return [
      frame({
        type: 'hello',
        session: this.#settings.session,
        position: moment.position,
        ping_interval_ms: this.#settings.timing.pingIntervalMs,
        oldest_recoverable: moment.oldestRecoverable,
      }),
    ];
  }

  received(text: string, moment: Moment): Output[] {
    if (this.#closed) return [];
    this.#heardAtMs = moment.nowMs;
    const parsed = parseFrame(text);
    if (!parsed.ok) return this.#refused(parsed.fault, parsed.id);
    return this.#answer(parsed.frame, moment);
  }

  receivedBinary(): Output[] {
    return this.#end(1003);
  }

  ponged(nowMs: number): void {
    this.#heardAtMs = nowMs;
  }

  /** The next chunk, as the shell fetched it, and its frame, already serialised, where it has events. */
  delivered(chunk: EventChunk, events: string | Uint8Array | undefined): Output[] {
    const subscription = this.#subscription;
    if (this.#closed || subscription === undefined) return [];
    subscription.offset = chunk.offset;
    if (events === undefined) return [];
    subscription.toldOffset = chunk.offset;
    return [{ send: events }];
  }

  /** Events were lost to this subscriber; it is told how many and may come back for them. */
  lagged(newest: number): Output[] {
    const subscription = this.#subscription;
    if (this.#closed || subscription === undefined) return [];
    const missed = Math.max(0, newest - subscription.offset);
    const notice = frame({ type: 'lagged', position: this.#at(subscription.offset), missed });
    return [notice, ...this.#end(4409)];
  }

  /** Time passes. `blocked`: the socket takes nothing now. `newest`: the session's newest event. */
  tick(nowMs: number, state: { readonly blocked: boolean; readonly newest: number }): Output[] {
    if (this.#closed) return [];
    const { timing } = this.#settings;
    if (this.#stalled(nowMs, state)) return this.lagged(state.newest);
    if (this.#pingedAtMs > this.#heardAtMs && nowMs - this.#pingedAtMs >= timing.pongTimeoutMs) {
      return this.#end(4408);
    }
    const outputs = state.blocked ? [] : this.#bookmark(nowMs);
    const unanswered = this.#pingedAtMs > this.#heardAtMs;
    if (!unanswered && nowMs - this.#pingedAtMs >= timing.pingIntervalMs) {
      this.#pingedAtMs = nowMs;
      outputs.push({ ping: true });
    }
    return outputs;
  }

  /** The session or the server ends the stream. */
  ended(code: CloseCode): Output[] {
    return this.#end(code);
  }

  /** The other side is gone. */
  gone(): void {
    this.#closed = true;
    this.#subscription = undefined;
  }

  #answer(request: ClientFrame, moment: Moment): Output[] {
    const { id } = request;
    switch (request.type) {
      case 'ping':
        return [frame({ type: 'pong', ...named(id), position: this.#at(this.#offset(moment)) })];
      case 'auth':
        return [this.#error(fault('unsupported_frame', { type: 'auth' }), id)];
      case 'unsubscribe':
        return this.#unsubscribe(id);
      case 'subscribe':
        return this.#subscribe(request, moment);
    }
  }

  #unsubscribe(id: string | undefined): Output[] {
    const subscription = this.#subscription;
    if (subscription === undefined) return [this.#error(fault('not_subscribed'), id)];
    this.#subscription = undefined;
    this.#blockedSinceMs = undefined;
    return [frame({ type: 'unsubscribed', ...named(id), position: this.#at(subscription.offset) })];
  }

  #subscribe(request: Extract<ClientFrame, { type: 'subscribe' }>, moment: Moment): Output[] {
    if (this.#subscription !== undefined) return [this.#error(fault('already_subscribed'), request.id)];
    const filter = new TopicFilter(request.topics);
    const reason = request.since === undefined ? undefined : unrecoverable(request.since, moment);
    const recovered = request.since !== undefined && reason === undefined;
    const offset = recovered && request.since !== undefined ? request.since.offset : moment.position.offset;
    this.#subscription = { filter, offset, toldOffset: offset };
    return [
      frame({
        type: 'subscribed',
        ...named(request.id),
        recovered,
        ...(reason === undefined ? {} : { reason }),
        position: this.#at(offset),
        topics: [...filter.topics],
      }),
    ];
  }

  #stalled(
    nowMs: number,
    { blocked, newest }: { readonly blocked: boolean; readonly newest: number },
  ): boolean {
    const behind = this.#subscription !== undefined && this.#subscription.offset < newest;
    if (!blocked || !behind) {
      this.#blockedSinceMs = undefined;
      return false;
    }
    this.#blockedSinceMs ??= nowMs;
    return nowMs - this.#blockedSinceMs >= this.#settings.timing.stallTimeoutMs;
  }

  #bookmark(nowMs: number): Output[] {
    const subscription = this.#subscription;
    if (subscription === undefined || subscription.toldOffset === subscription.offset) return [];
    if (nowMs - this.#bookmarkedAtMs < this.#settings.timing.bookmarkIntervalMs) return [];
    this.#bookmarkedAtMs = nowMs;
    subscription.toldOffset = subscription.offset;
    return [frame({ type: 'bookmark', position: this.#at(subscription.offset) })];
  }

  #refused(refusal: Fault, id: string | undefined): Output[] {
    this.#badFrames++;
    const answer = this.#error(refusal, id);
    return this.#badFrames < BAD_FRAMES ? [answer] : [answer, ...this.#end(4400)];
  }

  #error(refusal: Fault, id: string | undefined): Output {
    return frame({ type: 'error', ...named(id), problem: problemOf(refusal, this.#settings.language) });
  }

  #end(code: CloseCode): Output[] {
    if (this.#closed) return [];
    const { name, reconnect } = CLOSE_CODES[code];
    const reason = closeReason(code, this.#settings.language);
    const offset = this.#subscription?.offset ?? 0;
    this.gone();
    return [
      frame({ type: 'goodbye', code, name, reconnect, reason, position: this.#at(offset) }),
      { close: code, reason: name },
    ];
  }

  #offset(moment: Moment): number {
    return this.#subscription?.offset ?? moment.position.offset;
  }

  #at(offset: number): StreamPosition {
    return { epoch: this.#epoch, offset };
  }
}

function frame(content: ServerFrame): Output {
  return { send: JSON.stringify(content) };
}

/** The frame that carries a chunk's events; the same text for everybody who wants the same topics. */
export function eventsFrameText(epoch: string, chunk: EventChunk): string | undefined {
  if (chunk.events.length === 0) return undefined;
  const content: ServerFrame = {
    type: 'events',
    position: { epoch, offset: chunk.offset },
    events: [...chunk.events],
  };
  return JSON.stringify(content);
}

function named(id: string | undefined): { id?: string } {
  return id === undefined ? {} : { id };
}

function unrecoverable(since: StreamPosition, moment: Moment): UnrecoveredReason | undefined {
  if (since.epoch !== moment.position.epoch) return 'other_epoch';
  if (since.offset > moment.position.offset) return 'in_the_future';
  return since.offset < moment.oldestRecoverable ? 'too_far_behind' : undefined;
}

export type ParsedFrame =
  | { readonly ok: true; readonly frame: ClientFrame }
  | { readonly ok: false; readonly fault: Fault; readonly id: string | undefined };

/** A frame of a client, if it is one. */
export function parseFrame(text: string): ParsedFrame {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const entry = { pointer: '', words: complain('not_json') };
    return { ok: false, fault: fault('invalid_frame', {}, [entry]), id: undefined };
  }
  const parsed = clientFrame.safeParse(json, REPORT_INPUT);
  if (parsed.success) return { ok: true, frame: parsed.data };
  const errors = parsed.error.issues.slice(0, 10).map((issue) => ({
    pointer: issue.path.map((part) => `/${String(part)}`).join(''),
    words: wordsOf(issue),
  }));
  return { ok: false, fault: fault('invalid_frame', {}, errors), id: idOf(json) };
}

/** The client's name for its frame, if the frame is sound enough to have one. */
function idOf(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null || !('id' in json)) return undefined;
  return typeof json.id === 'string' && json.id.length <= 64 ? json.id : undefined;
}
