/** A session as clients create, read, list and change it. */

import { z } from 'zod';
import { REFINED } from './complaint.ts';
import { epoch, eventOffset, pythonVersion, sequenceNumber, sessionId } from './ids.ts';

const LABEL_LENGTH = 200;
const YEAR_SECONDS = 31_536_000;

const powerOfTwo = (least: number, most: number) =>
  z
    .int()
    .min(least)
    .max(most)
    .refine((value) => Number.isInteger(Math.log2(value)), REFINED.must_be_power_of_two);

export const allocatorOverrides = z
  .strictObject({
    arena_bytes: powerOfTwo(4096, 16_777_216)
      .optional()
      .meta({ description: 'Size of an arena; a power of two.' }),
    pool_bytes: powerOfTwo(1024, 65_536)
      .optional()
      .meta({ description: 'Size of a pool; a power of two, at most the arena.' }),
    alignment: z.literal([8, 16]).optional().meta({ description: 'Alignment of blocks in bytes.' }),
    small_request_threshold: z
      .int()
      .min(8)
      .max(512)
      .optional()
      .meta({ description: 'Larger requests go to the system allocator.' }),
    word_bytes: z.literal([4, 8]).optional().meta({ description: 'Size of a pointer.' }),
  })
  .meta({
    id: 'AllocatorOverrides',
    description: 'What-if changes to the allocator; what is left out is as the Python version has it.',
  });

const threshold = z.int().min(0).max(2_147_483_647);

export const gcSettings = z
  .strictObject({
    enabled: z.boolean().optional(),
    thresholds: z.tuple([threshold, threshold, threshold]).optional(),
  })
  .meta({ id: 'GcSettings', description: 'The collector at the start of the session.' });

const limitValue = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

export const sessionLimits = z
  .strictObject({
    objects: limitValue.meta({ description: 'Live objects.' }),
    heap_bytes: limitValue.meta({
      description: 'Bytes of simulated heap, arenas and system blocks together.',
    }),
    operations_per_batch: limitValue.meta({ description: 'Operations in one request.' }),
    repeat_iterations: limitValue.meta({
      description: 'Iterations of one `repeat`, loops inside multiplied.',
    }),
    events_kept: limitValue.meta({
      description: 'Events kept for readers; older ones are derived again from the journal.',
    }),
    recovery_events: limitValue.meta({
      description: 'How far behind a subscriber may come back and still recover.',
    }),
    program_steps: limitValue.meta({ description: 'Steps of one program.' }),
    program_heap_bytes: limitValue.meta({ description: 'Bytes of simulated heap while a program runs.' }),
    program_output_characters: limitValue.meta({ description: 'Characters that one program may print.' }),
    program_source_characters: limitValue.meta({ description: 'Characters of the source of one program.' }),
    subscribers: limitValue.meta({ description: 'Open live streams.' }),
    queued_requests: limitValue.meta({ description: 'Requests that wait for their turn.' }),
  })
  .meta({ id: 'SessionLimits', description: 'Every countable thing of a session and its limit.' });

export const sessionLimitOverrides = sessionLimits.partial().meta({
  id: 'SessionLimitOverrides',
  description: 'Limits tighter than the server has them; what is left out is as the server has it.',
});

const label = z.string().max(LABEL_LENGTH).meta({ description: 'Free text for people.' });
const ttlSeconds = z
  .int()
  .min(1)
  .max(YEAR_SECONDS)
  .meta({ description: 'The session is deleted after so long without a request.' });

export const sessionSettings = z
  .strictObject({
    python: pythonVersion,
    allocator: allocatorOverrides,
    gc: gcSettings.required(),
    seed: z.int().min(0).max(4_294_967_295).meta({ description: 'Decides the base addresses of arenas.' }),
    ephemeral: z.boolean().meta({ description: 'Never journaled: it ends with the process that hosts it.' }),
    limits: sessionLimits,
  })
  .meta({ id: 'SessionSettings', description: 'Everything that, with the operations, decides the heap.' });

export const createSessionRequest = z
  .strictObject({
    python: pythonVersion.default('3.9'),
    allocator: allocatorOverrides.default({}),
    gc: gcSettings.default({}),
    seed: sessionSettings.shape.seed.default(0),
    label: label.default(''),
    ephemeral: z.boolean().default(false),
    ttl_seconds: ttlSeconds
      .nullable()
      .optional()
      .meta({ description: 'Seconds without a request after which it is deleted; null: never.' }),
    limits: sessionLimitOverrides.default({}),
  })
  .meta({ id: 'CreateSessionRequest', description: 'Settings of a new session; all have defaults.' });

export const patchSessionRequest = z
  .strictObject({
    label: label.optional(),
    ttl_seconds: ttlSeconds.nullable().optional().meta({ description: 'null: never expires.' }),
  })
  .meta({
    id: 'PatchSessionRequest',
    description: 'What of a session can change without touching its heap.',
  });

export const forkRequest = z
  .strictObject({
    at: sequenceNumber
      .max(Number.MAX_SAFE_INTEGER)
      .optional()
      .meta({ description: 'The moment when so many operations had been applied; left out: now.' }),
    label: label.optional().meta({ description: 'Left out: as the session has it.' }),
    ttl_seconds: ttlSeconds
      .nullable()
      .optional()
      .meta({ description: 'Left out: as the session has it; null: never expires.' }),
  })
  .meta({
    id: 'ForkRequest',
    description: 'A new session that begins as this one stood; settings and limits are the same.',
  });

export const sessionResource = z
  .strictObject({
    id: sessionId,
    python: pythonVersion,
    release: z
      .string()
      .meta({ description: 'The exact CPython release that is simulated.', examples: ['3.9.18'] }),
    label,
    owner: z
      .string()
      .nullable()
      .meta({ description: 'Whose it is, where API keys are in use; null: made without a key.' }),
    seq: sequenceNumber,
    epoch,
    offset: eventOffset,
    created_at: z.iso.datetime(),
    expires_at: z.iso.datetime().nullable(),
    ttl_seconds: ttlSeconds.nullable(),
    forked_from: z
      .strictObject({ session: sessionId, seq: sequenceNumber })
      .nullable()
      .meta({ description: 'The session and its moment that this one grew from; null: it began empty.' }),
    settings: sessionSettings,
    links: z.record(z.string(), z.string()).meta({ description: 'Where the parts of this session are.' }),
  })
  .meta({ id: 'Session', description: 'One simulated interpreter process.' });

export const sessionList = z
  .strictObject({
    sessions: z.array(sessionResource),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last one.' }),
  })
  .meta({ id: 'SessionList', description: 'A page of sessions, oldest first.' });

export type AllocatorOverrides = z.infer<typeof allocatorOverrides>;
export type SessionLimits = z.infer<typeof sessionLimits>;
export type SessionSettings = z.infer<typeof sessionSettings>;
export type CreateSessionRequest = z.infer<typeof createSessionRequest>;
export type ForkRequest = z.infer<typeof forkRequest>;
export type PatchSessionRequest = z.infer<typeof patchSessionRequest>;
export type SessionResource = z.infer<typeof sessionResource>;
export type SessionList = z.infer<typeof sessionList>;
