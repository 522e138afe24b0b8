/** From what a client asked for to the settings that, with the operations, decide a heap. */
import {
  type AllocatorOverrides,
  type Complaint,
  type CreateSessionRequest,
  complain,
  type Outcome,
  refuse,
  type SessionLimits,
  type SessionSettings,
} from '../contract/index.ts';
import { PROFILES } from '../heap/index.ts';
import { tighten } from './limits.ts';

/** Everything that was left out is filled in, so that a session's settings never depend on later defaults. */
export function settingsOf(request: CreateSessionRequest, server: SessionLimits): Outcome<SessionSettings> {
  const limits = tighten(server, request.limits);
  if (!limits.ok) return limits;
  const { python, allocator, gc, seed, ephemeral } = request;
  const { allocator: standard, collector } = PROFILES[python];
  const errors = misfits({ ...standard, ...camelCased(allocator) });
  if (errors.length > 0) return refuse('invalid_body', {}, errors);
  const [young, middle, old] = gc.thresholds ?? collector.thresholds;
  const filled = {
    enabled: gc.enabled ?? true,
    thresholds: [young, middle, old] satisfies [number, number, number],
  };
  return { ok: true, value: { python, allocator, gc: filled, seed, ephemeral, limits: limits.value } };
}

interface Geometry {
  readonly arenaBytes: number;
  readonly poolBytes: number;
  readonly alignment: number;
  readonly wordBytes: number;
  readonly smallRequestThreshold: number;
}

/** What of an allocator does not go together: pools must fit into arenas, and blocks into pools. */
function misfits({
  arenaBytes,
  poolBytes,
  alignment,
  wordBytes,
  smallRequestThreshold,
}: Geometry): Complaint[] {
  const errors: Complaint[] = [];
  if (arenaBytes / poolBytes < 4) {
    errors.push({
      pointer: '/allocator/pool_bytes',
      words: complain('arena_too_small', { bytes: arenaBytes }),
    });
  }
  if (smallRequestThreshold % alignment !== 0) {
    const words = complain('not_aligned', { alignment });
    errors.push({ pointer: '/allocator/small_request_threshold', words });
  }
  const header = Math.ceil((4 * wordBytes + 16) / alignment) * alignment;
  if (poolBytes - header < 2 * smallRequestThreshold) {
    const words = complain('pool_too_small');
    errors.push({ pointer: '/allocator/small_request_threshold', words });
  }
  return errors;
}

function camelCased(overrides: AllocatorOverrides): Partial<Geometry> {
  const renamed = {
    arenaBytes: overrides.arena_bytes,
    poolBytes: overrides.pool_bytes,
    alignment: overrides.alignment,
    wordBytes: overrides.word_bytes,
    smallRequestThreshold: overrides.small_request_threshold,
  };
  return Object.fromEntries(Object.entries(renamed).filter(([, value]) => value !== undefined));
}
