/**
 * The wiring: journal, sessions, HTTP and live streams become one server.
 *
 * The thread that main.ts starts runs it; it serves until it is told to stop; then readiness goes off, streams are closed with 1012, what is being applied
 * finishes, and the process ends within a bound.
 */
import './character-names.ts';
import { randomBytes } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import closeWithGrace from 'close-with-grace';
import pino, { type Logger } from 'pino';
import { type Config, type JournalConfig, readConfig } from './config.ts';
import { createApp, Gate, KeyFileError, KeyRing, loadKeys, Metrics } from './http/index.ts';
import { MemoryJournal, SqliteJournal, timed } from './journal/index.ts';
import { haveStack } from './python/index.ts';
import {
  type Clock,
  type Ids,
  type Journal,
  JournalError,
  SessionRegistry,
  Workers,
} from './session/index.ts';
import { STACK_MIB } from './thread-with-room.ts';
import { StreamHub, type StreamTiming } from './ws/index.ts';

const SWEEP_MS = 5_000;
const STOP_WITHIN_MS = 10_000;
/** So long requests that are under way may take when the server stops; then their connections are cut. */
const DRAIN_MS = 3_000;
/** Never in a log, whatever comes to be logged. */
const SECRETS = ['req.headers.authorization', 'headers.authorization', 'authorization', 'token'];
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export interface ServerOptions {
  readonly config: Config;
  readonly logger?: Logger;
  readonly journal?: Journal;
  readonly clock?: Clock;
  readonly timing?: StreamTiming;
  readonly processMetrics?: boolean;
  readonly drainMs?: number;
  /** Of this thread, if it was started with room for programs: workers get as much. */
  readonly stackMib?: number;
}

export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  readonly registry: SessionRegistry;
  /** undefined: there are none. */
  readonly workers: Workers | undefined;
  /** Reads the file of keys again; a wrong one changes nothing. */
  reloadKeys(): Promise<void>;
  stop(): Promise<void>;
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config } = options;
  const logger = options.logger ?? pino({ level: config.logLevel, redact: SECRETS });
  const clock = options.clock ?? { now: () => Date.now() };
  const keys = await openKeys(config.access.keysFile);
  const metrics = new Metrics(options.processMetrics ?? false);
  const kept = options.journal ?? (await openJournal(config.journal));
  const journal = observed(kept, metrics);
  const workers = startWorkers(options, { metrics, logger });
  const registry = new SessionRegistry(
    {
      clock,
      ids: randomIds,
      turn,
      journal,
      workers,
      ephemeralJournal: new MemoryJournal(),
      reportBug: reportingTo({ metrics, logger }),
    },
    config.limits,
  );
  await registry.open();
  const hub = hubOf(options, { clock, metrics, logger });
  metrics.watch({
    sessions: () => registry.count,
    loaded: () => registry.loaded,
    away: () => workers?.lodgers ?? 0,
    subscribers: () => hub.count,
  });
  let ready = true;
  const app = await createApp({
    service: { registry, clock, ready: () => ready, applied: (...done) => metrics.applied(...done) },
    gate: gateOf(config, keys, clock),
    live: {
      open: (socket, entry) => hub.open(socket, entry),
      challenge: (socket, language, admit) => hub.challenge(socket, language, admit),
      close: () => hub.close('stopping'),
    },
    metrics,
    logger,
  });
  const stopSweeping = keepSweeping(registry, logger);
  const url = await app.listen({ host: config.host, port: config.port });
  return {
    url,
    registry,
    workers,
    reloadKeys: async () => reloadKeys(keys, config.access.keysFile, logger),
    stop: async () => {
      ready = false;
      stopSweeping();
      await drained(app, options.drainMs ?? DRAIN_MS);
      await registry.close();
      await workers?.close();
      await journal.close();
    },
  };
}

/** Stops listening and lets what is under way finish; a connection goes when its answer is out, or when the time is over. */
async function drained(app: Awaited<ReturnType<typeof createApp>>, withinMs: number): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), withinMs);
  await app.close();
  clearTimeout(cut);
}

function gateOf({ access }: Config, keys: KeyRing | undefined, clock: Clock): Gate {
  return new Gate({
    keys,
    now: () => clock.now(),
    requestsPerMinute: access.requestsPerMinute,
    addressRequestsPerMinute: access.addressRequestsPerMinute,
    origins: access.corsOrigins,
  });
}

async function openKeys(path: string | undefined): Promise<KeyRing | undefined> {
  return path === undefined ? undefined : new KeyRing(await loadKeys(path));
}

async function reloadKeys(
  keys: KeyRing | undefined,
  path: string | undefined,
  logger: Logger,
): Promise<void> {
  if (keys === undefined || path === undefined) return;
  try {
    const entries = await loadKeys(path);
    keys.replace(entries);
    logger.info({ keys: entries.length }, 'keys reloaded');
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error;
    logger.error({ errors: error.errors }, 'the file of keys is wrong; the old keys stay in use');
  }
}

function hubOf(
  { config, timing }: ServerOptions,
  { clock, metrics, logger }: { clock: Clock; metrics: Metrics; logger: Logger },
): StreamHub {
  return new StreamHub({
    socketBufferBytes: config.limits.socketBufferBytes,
    now: () => clock.now(),
    sent: (events) => metrics.sent(events),
    failed: (error) => logger.error({ err: error }, 'stream failed'),
    ...(timing === undefined ? {} : { timing }),
  });
}

/** Sweeps now and then, one sweep at a time, until it is told to stop. */
function keepSweeping(registry: SessionRegistry, logger: Logger): () => void {
  let sweeping = false;
  const sweep = async (): Promise<void> => {
    if (sweeping) return;
    sweeping = true;
    try {
      await registry.sweep();
    } catch (error) {
      logger.error({ err: error }, 'sweep failed');
    } finally {
      sweeping = false;
    }
  };
  const sweeper = setInterval(() => void sweep(), SWEEP_MS);
  sweeper.unref();
  return () => clearInterval(sweeper);
}

async function openJournal(config: JournalConfig): Promise<Journal> {
  return config.kind === 'memory' ? new MemoryJournal() : SqliteJournal.open(config);
}

function observed(journal: Journal, metrics: Metrics): Journal {
  return timed(
    journal,
    () => performance.now(),
    (call) => metrics.journaled(call),
  );
}

interface Watchers {
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/** The workers start when the first heavy session needs them. */
function startWorkers(
  { config: { workers, limits }, stackMib }: ServerOptions,
  { metrics, logger }: Watchers,
): Workers | undefined {
  if (workers.count === 0) return undefined;
  const entry = new URL('./heap-worker.ts', import.meta.url);
  const lost = (reason: string): void => {
    metrics.workerLost();
    logger.error({ reason }, 'worker lost');
  };
  return new Workers({ ...workers, entry, past: limits.past, lost, stackMib });
}

function reportingTo({ metrics, logger }: Watchers): (session: string, error: unknown) => void {
  return (session, error) => {
    metrics.retired();
    logger.error({ session, err: error }, 'session retired');
  };
}

/** Everything else that waits runs once: I/O, timers, other sessions. */
async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

const randomIds: Ids = {
  session: () => `s_${randomText(20)}`,
  epoch: () => `e_${randomText(12)}`,
};

/** Uniform over the alphabet: bytes that would favour its beginning are thrown away. */
function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 248 && text.length < length) text += ALPHABET.charAt(byte % 62);
    }
  }
  return text;
}

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) {
    console.error(
      `heaplab: the environment is wrong\n${read.errors.map((error) => `  ${error}`).join('\n')}`,
    );
    process.exitCode = 1;
    return;
  }
  const logger = pino({ level: read.config.logLevel, redact: SECRETS });
  const server = await started({ config: read.config, logger, processMetrics: true, stackMib: STACK_MIB });
  if (server === undefined) return;
  const { keysFile } = read.config.access;
  console.log(
    [
      `Heaplab listens on ${server.url}`,
      `  try   curl -sX POST ${server.url}/v1/sessions${keysFile === undefined ? '' : ' -H "authorization: Bearer $KEY"'} -H 'content-type: application/json' -d '{"python":"3.12"}'`,
      `  read  ${server.url}/docs`,
      keysFile === undefined
        ? '  Without API keys only this machine can reach it; HEAPLAB_API_KEYS_FILE opens it to others.'
        : `  Callers need a key of ${keysFile}; SIGHUP reads it again.`,
    ].join('\n'),
  );
  if (keysFile !== undefined) process.on('SIGHUP', () => void server.reloadKeys());
  const skip = keysFile === undefined ? [] : ['SIGHUP' as const];
  closeWithGrace({ delay: STOP_WITHIN_MS, logger, skip }, async ({ err, signal }) => {
    if (err !== undefined) logger.fatal({ err }, 'stopping after an error');
    else logger.info({ signal }, 'stopping');
    await server.stop();
  });
  hearSignals();
}

/** Only the process hears signals; a thread is told of them (main.ts). */
function hearSignals(): void {
  parentPort?.on('message', (signal: NodeJS.Signals) => process.emit(signal, signal));
}

/** The server, unless its keys or its journal cannot be had: a reason for people, not for a stack trace. */
async function started(options: ServerOptions): Promise<RunningServer | undefined> {
  try {
    return await startServer(options);
  } catch (error) {
    if (!(error instanceof JournalError || error instanceof KeyFileError)) throw error;
    console.error(`heaplab: ${error.message}`);
    process.exitCode = 1;
    return undefined;
  }
}

if (import.meta.main) {
  haveStack(STACK_MIB);
  await main();
}
