/** The environment, as one schema: every key that is wrong is named at once, before anything starts. */
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { DEFAULT_LIMITS, type ServerLimits } from './session/index.ts';

const PREFIX = 'HEAPLAB_';

const wholeNumber = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const count = (byDefault: number) => wholeNumber.default(byDefault);
const { session } = DEFAULT_LIMITS;

/** `https://app.example`: scheme, host and perhaps a port, as browsers send it. */
const origin = z
  .string()
  .refine((text) => text === '*' || (URL.canParse(text) && new URL(text).origin === text), {
    error: ({ input }) => `${String(input)} is not an origin like https://app.example, nor *`,
  });

/** Of a key that does not say. */
const KEY_REQUESTS_PER_MINUTE = 60_000;
/** Of an address: where no keys are in use, only this machine can ask, and may; else this is what comes without a key. */
const ADDRESS_REQUESTS_PER_MINUTE = { open: 6_000_000, locked: 6_000 };
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  HEAPLAB_JOURNAL: z.enum(['sqlite', 'memory']).default('sqlite'),
  HEAPLAB_DATA: z.string().min(1).default('./data'),
  HEAPLAB_MAX_JOURNAL_BYTES: wholeNumber.optional(),
  HEAPLAB_API_KEYS_FILE: z.string().optional(),
  HEAPLAB_CORS_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
    .pipe(z.array(origin)),
  HEAPLAB_REQUESTS_PER_MINUTE: count(KEY_REQUESTS_PER_MINUTE),
  HEAPLAB_ADDRESS_REQUESTS_PER_MINUTE: wholeNumber.optional(),
  HEAPLAB_MAX_SESSIONS: count(DEFAULT_LIMITS.sessions),
  HEAPLAB_MAX_SESSIONS_PER_OWNER: count(DEFAULT_LIMITS.sessionsPerOwner),
  HEAPLAB_MAX_BODY_BYTES: count(DEFAULT_LIMITS.bodyBytes),
  HEAPLAB_MAX_FRAME_BYTES: count(DEFAULT_LIMITS.frameBytes),
  HEAPLAB_SOCKET_BUFFER_BYTES: count(DEFAULT_LIMITS.socketBufferBytes),
  HEAPLAB_TTL_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .default(DEFAULT_LIMITS.ttlSeconds ?? 0),
  HEAPLAB_IDLE_SECONDS: count(DEFAULT_LIMITS.idleSeconds),
  HEAPLAB_MAX_IMPORT_STEPS: count(DEFAULT_LIMITS.importSteps),
  HEAPLAB_ANSWER_SECONDS: count(DEFAULT_LIMITS.answerSeconds),
  HEAPLAB_PAST_BYTES: count(DEFAULT_LIMITS.past.bytes),
  HEAPLAB_MAX_OBJECTS: count(session.objects),
  HEAPLAB_MAX_HEAP_BYTES: count(session.heap_bytes),
  HEAPLAB_MAX_OPERATIONS_PER_BATCH: count(session.operations_per_batch),
  HEAPLAB_MAX_REPEAT_ITERATIONS: count(session.repeat_iterations),
  HEAPLAB_MAX_PROGRAM_STEPS: count(session.program_steps),
  HEAPLAB_MAX_PROGRAM_HEAP_BYTES: count(session.program_heap_bytes),
  HEAPLAB_MAX_PROGRAM_OUTPUT: count(session.program_output_characters),
  HEAPLAB_MAX_PROGRAM_SOURCE: count(session.program_source_characters),
  HEAPLAB_MAX_EVENTS_KEPT: count(session.events_kept),
  HEAPLAB_MAX_RECOVERY_EVENTS: count(session.recovery_events),
  HEAPLAB_MAX_SUBSCRIBERS: count(session.subscribers),
  HEAPLAB_MAX_QUEUED_REQUESTS: count(session.queued_requests),
  HEAPLAB_WORKERS: z.coerce
    .number()
    .int()
    .min(0)
    .max(1024)
    .default(Math.max(1, availableParallelism() - 1)),
  HEAPLAB_WORKER_MEMORY_MB: z.coerce.number().int().min(64).max(1_048_576).default(2_048),
});

/** Threads for the heaps of heavy sessions; with a count of 0 there are none, and everybody waits for everybody. */
export interface WorkersConfig {
  readonly count: number;
  /** For V8's objects and for the heaps' arrays, each, in each worker. */
  readonly memoryBytes: number;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly limits: ServerLimits;
  readonly workers: WorkersConfig;
  readonly journal: JournalConfig;
  readonly access: AccessConfig;
}

export type JournalConfig =
  /** Nothing outlives the process. */
  | { readonly kind: 'memory' }
  | { readonly kind: 'sqlite'; readonly directory: string; readonly maxBytes: number | undefined };

export interface AccessConfig {
  /** undefined: no keys are in use, and only this machine can reach the server. */
  readonly keysFile: string | undefined;
  /** Pages of these origins may call; `*`: all. */
  readonly corsOrigins: readonly string[];
  /** Of a key that does not say. */
  readonly requestsPerMinute: number;
  /** Of an address that comes without a key. */
  readonly addressRequestsPerMinute: number;
}

export type ConfigOutcome =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly errors: readonly string[] };

/** Unknown HEAPLAB_ keys are errors too: a misspelt limit would silently not be one. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigOutcome {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const errors = Object.keys(given)
    .filter((key) => key.startsWith(PREFIX) && !Object.hasOwn(environment.shape, key))
    .map((key) => `${key}: unknown`);
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    errors.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const { HOST = 'localhost' } = given;
  if (given['HEAPLAB_API_KEYS_FILE'] === undefined && !LOOPBACK.test(HOST)) {
    errors.push(
      `HOST: ${HOST} can be reached from outside; without API keys the server listens on loopback only. ` +
        'Set HEAPLAB_API_KEYS_FILE to a file of keys (npm run api-key makes one), or leave HOST out',
    );
  }
  if (!parsed.success || errors.length > 0) return { ok: false, errors };
  const { data } = parsed;
  return {
    ok: true,
    config: {
      host: data.HOST,
      port: data.PORT,
      logLevel: data.LOG_LEVEL,
      limits: limitsOf(data),
      workers: { count: data.HEAPLAB_WORKERS, memoryBytes: data.HEAPLAB_WORKER_MEMORY_MB * 1_048_576 },
      journal: journalOf(data),
      access: accessOf(data),
    },
  };
}

function journalOf(values: z.infer<typeof environment>): JournalConfig {
  if (values.HEAPLAB_JOURNAL === 'memory') return { kind: 'memory' };
  return { kind: 'sqlite', directory: values.HEAPLAB_DATA, maxBytes: values.HEAPLAB_MAX_JOURNAL_BYTES };
}

function accessOf(values: z.infer<typeof environment>): AccessConfig {
  const keysFile = values.HEAPLAB_API_KEYS_FILE;
  const byDefault = ADDRESS_REQUESTS_PER_MINUTE[keysFile === undefined ? 'open' : 'locked'];
  return {
    keysFile,
    corsOrigins: values.HEAPLAB_CORS_ORIGINS,
    requestsPerMinute: values.HEAPLAB_REQUESTS_PER_MINUTE,
    addressRequestsPerMinute: values.HEAPLAB_ADDRESS_REQUESTS_PER_MINUTE ?? byDefault,
  };
}

function limitsOf(values: z.infer<typeof environment>): ServerLimits {
  return {
    session: {
      objects: values.HEAPLAB_MAX_OBJECTS,
      heap_bytes: values.HEAPLAB_MAX_HEAP_BYTES,
      operations_per_batch: values.HEAPLAB_MAX_OPERATIONS_PER_BATCH,
      repeat_iterations: values.HEAPLAB_MAX_REPEAT_ITERATIONS,
      program_steps: values.HEAPLAB_MAX_PROGRAM_STEPS,
      program_heap_bytes: values.HEAPLAB_MAX_PROGRAM_HEAP_BYTES,
      program_output_characters: values.HEAPLAB_MAX_PROGRAM_OUTPUT,
      program_source_characters: values.HEAPLAB_MAX_PROGRAM_SOURCE,
      events_kept: values.HEAPLAB_MAX_EVENTS_KEPT,
      recovery_events: values.HEAPLAB_MAX_RECOVERY_EVENTS,
      subscribers: values.HEAPLAB_MAX_SUBSCRIBERS,
      queued_requests: values.HEAPLAB_MAX_QUEUED_REQUESTS,
    },
    sessions: values.HEAPLAB_MAX_SESSIONS,
    sessionsPerOwner: values.HEAPLAB_MAX_SESSIONS_PER_OWNER,
    bodyBytes: values.HEAPLAB_MAX_BODY_BYTES,
    frameBytes: values.HEAPLAB_MAX_FRAME_BYTES,
    socketBufferBytes: values.HEAPLAB_SOCKET_BUFFER_BYTES,
    idleSeconds: values.HEAPLAB_IDLE_SECONDS,
    importSteps: values.HEAPLAB_MAX_IMPORT_STEPS,
    answerSeconds: values.HEAPLAB_ANSWER_SECONDS,
    past: { ...DEFAULT_LIMITS.past, bytes: values.HEAPLAB_PAST_BYTES },
    ttlSeconds: values.HEAPLAB_TTL_SECONDS === 0 ? null : values.HEAPLAB_TTL_SECONDS,
  };
}
