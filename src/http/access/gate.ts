/**
 * The gate: who a request is from, whether it may be made, and how often.
 *
 * It knows keys, scopes and quotas, and nothing of HTTP but header values; guard.ts asks it for every request. Without keys it is
 * open to everybody, which is everybody on this machine: config.ts sees to that.
 */
import { type Fault, fault, type Outcome, refuse } from '../../contract/index.ts';
import { type Charge, TokenBuckets } from './buckets.ts';
import { ANYBODY, type Caller, mayDo } from './caller.ts';
import { hashOfKey } from './key-file.ts';
import type { KeyRing } from './key-ring.ts';

export interface GateSettings {
  /** undefined: no keys are in use. */
  readonly keys: KeyRing | undefined;
  readonly now: () => number;
  /** Of a key that does not say. */
  readonly requestsPerMinute: number;
  /** Of an address that comes without a key. */
  readonly addressRequestsPerMinute: number;
  /** Pages of these origins may call; `*`: all. */
  readonly origins: readonly string[];
}

/** Somebody who may come in, for as long as `holds` says. */
export interface Admission {
  readonly caller: Caller;
  readonly requestsPerMinute: number;
  /** Is the key still one of ours, and still as wide? */
  readonly holds: () => boolean;
}

export interface Metered {
  readonly headers: Readonly<Record<string, string>>;
  /** Why the request is one too many. */
  readonly fault: Fault | undefined;
}

const MAX_ADDRESSES = 20_000;
const BEARER = /^Bearer +([\x21-\x7e]{1,4096}) *$/i;
const LOOPBACK_ORIGIN = /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/;

export class Gate {
  readonly #settings: GateSettings;
  /** Apart, so that no flood of addresses pushes a key's bucket out. */
  readonly #byKey = new TokenBuckets(Number.POSITIVE_INFINITY);
  readonly #byAddress = new TokenBuckets(MAX_ADDRESSES);

  constructor(settings: GateSettings) {
    this.#settings = settings;
  }

  get usesKeys(): boolean {
    return this.#settings.keys !== undefined;
  }

  get origins(): readonly string[] {
    return this.#settings.origins;
  }

  /** @param authorization the header, as it came */
  identify(authorization: string | undefined): Outcome<Admission> {
    if (!this.usesKeys) return this.#anybody();
    if (authorization === undefined) return refuse('key_required');
    const key = BEARER.exec(authorization)?.[1];
    return key === undefined ? refuse('key_required') : this.admit(key);
  }

  /** Who has this key. */
  admit(key: string): Outcome<Admission> {
    const { keys, now, requestsPerMinute } = this.#settings;
    if (keys === undefined) return this.#anybody();
    const hash = hashOfKey(key);
    const known = keys.findHash(hash, now());
    if (known === undefined) return refuse('key_refused');
    const { caller } = known;
    const holds = (): boolean => {
      const still = keys.findHash(hash, now())?.caller;
      return still !== undefined && still.owner === caller.owner && mayDo(still, caller.scope);
    };
    const value = { caller, requestsPerMinute: known.requestsPerMinute ?? requestsPerMinute, holds };
    return { ok: true, value };
  }

  /** Counts a request against its key, or where it has none against its address. */
  meter(admission: Admission | undefined, address: string): Metered {
    const key = admission?.caller.key ?? null;
    const quota =
      key === null || admission === undefined
        ? this.#settings.addressRequestsPerMinute
        : admission.requestsPerMinute;
    const charge =
      key === null
        ? this.#byAddress.charge(address, quota, this.#settings.now())
        : this.#byKey.charge(key, quota, this.#settings.now());
    return { headers: rateHeaders(quota, charge), fault: excess(quota, charge) };
  }

  /**
   * Where no key is needed, a page of anywhere that this machine's browser shows could act as its user: pages of other hosts are
   * refused unless they are named. A key is no such danger, since no browser sends it by itself.
   */
  refuseOrigin(origin: string | undefined): Fault | undefined {
    const { origins } = this.#settings;
    if (this.usesKeys || origin === undefined || LOOPBACK_ORIGIN.test(origin)) return undefined;
    if (origins.includes('*') || origins.includes(origin)) return undefined;
    return fault('origin_refused', { origin: origin.slice(0, 200) });
  }

  #anybody(): Outcome<Admission> {
    const requestsPerMinute = this.#settings.addressRequestsPerMinute;
    return { ok: true, value: { caller: ANYBODY, requestsPerMinute, holds: () => true } };
  }
}

/** draft-ietf-httpapi-ratelimit-headers-10: the policy, and what is left of it. */
function rateHeaders(quota: number, { remaining, fullInSeconds, allowed, retryInSeconds }: Charge) {
  return {
    'ratelimit-policy': `"requests";q=${quota};w=60`,
    ratelimit: `"requests";r=${remaining};t=${fullInSeconds}`,
    ...(allowed ? {} : { 'retry-after': String(retryInSeconds) }),
  };
}

function excess(quota: number, { allowed, retryInSeconds }: Charge): Fault | undefined {
  return allowed ? undefined : fault('too_many_requests', { quota, seconds: retryInSeconds });
}
