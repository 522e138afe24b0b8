/**
 * Why a stream ends: every close code that Heaplab sends, and whether coming back makes sense.
 *
 * `reconnect` is advice for programs: `resume` means reconnect and subscribe with `since`, `later` the same after a pause,
 * `no` that the same attempt would fail again.
 */
import { z } from 'zod';

export const reconnectAdvice = z
  .enum(['resume', 'later', 'no'])
  .meta({ id: 'ReconnectAdvice', description: 'Whether and how to come back after a close.' });

export const CLOSE_CODES = {
  1000: { name: 'goodbye', reconnect: 'no' },
  1003: { name: 'binary_refused', reconnect: 'no' },
  1009: { name: 'frame_too_large', reconnect: 'no' },
  1011: { name: 'internal_error', reconnect: 'later' },
  1012: { name: 'restarting', reconnect: 'resume' },
  1013: { name: 'too_many_subscribers', reconnect: 'later' },
  4400: { name: 'too_many_bad_frames', reconnect: 'no' },
  4401: { name: 'key_refused', reconnect: 'no' },
  4403: { name: 'scope_lacking', reconnect: 'no' },
  4404: { name: 'no_such_session', reconnect: 'no' },
  4408: { name: 'ping_timeout', reconnect: 'resume' },
  4409: { name: 'lagged', reconnect: 'resume' },
  4410: { name: 'session_deleted', reconnect: 'no' },
} as const satisfies Record<number, { name: string; reconnect: z.infer<typeof reconnectAdvice> }>;

export type CloseCode = keyof typeof CLOSE_CODES;
