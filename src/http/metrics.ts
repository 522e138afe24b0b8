/** What the server counts about itself, for Prometheus. Labels are route patterns, never sessions: their number is bounded. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Consequences } from '../session/index.ts';

export interface MetricSources {
  readonly sessions: () => number;
  readonly loaded: () => number;
  readonly away: () => number;
  readonly subscribers: () => number;
}

export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Counter({
    name: 'heaplab_http_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'status'],
    registers: [this.#registry],
  });
  readonly #seconds = new Histogram({
    name: 'heaplab_http_request_seconds',
    help: 'Time from the first byte of a request to the last of its answer.',
    labelNames: ['method', 'route'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.#registry],
  });
  readonly #journal = new Histogram({
    name: 'heaplab_journal_seconds',
    help: 'Time that the journal took for what it was asked.',
    labelNames: ['call'],
    buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.#registry],
  });
  readonly #journalFailures = new Counter({
    name: 'heaplab_journal_failures_total',
    help: 'What the journal could not do.',
    labelNames: ['call'],
    registers: [this.#registry],
  });
  readonly #operations = this.#counter('heaplab_operations_total', 'Operations attempted.');
  readonly #events = this.#counter('heaplab_events_total', 'Events that became visible.');
  readonly #collections = new Counter({
    name: 'heaplab_collections_total',
    help: 'Runs of the simulated collectors.',
    labelNames: ['generation'],
    registers: [this.#registry],
  });
  readonly #sent = this.#counter('heaplab_events_sent_total', 'Events sent to subscribers.');
  readonly #bugs = this.#counter('heaplab_sessions_retired_total', 'Sessions that broke an invariant.');

  readonly #workersLost = this.#counter(
    'heaplab_workers_lost_total',
    'Workers that ended before they were told to.',
  );

  /** @param processMetrics the process and its event loop too: once a process */
  constructor(processMetrics: boolean) {
    if (processMetrics) collectDefaultMetrics({ register: this.#registry });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  async text(): Promise<string> {
    return this.#registry.metrics();
  }

  /** Gauges ask when they are read. */
  watch(sources: MetricSources): void {
    this.#gauge('heaplab_sessions', 'Sessions that exist.', sources.sessions);
    this.#gauge('heaplab_sessions_loaded', 'Sessions whose heap is in memory.', sources.loaded);
    this.#gauge('heaplab_sessions_in_workers', 'Sessions whose heap is in a worker.', sources.away);
    this.#gauge('heaplab_subscribers', 'Open live streams.', sources.subscribers);
  }

  answered(request: { method: string; route: string; status: number; seconds: number }): void {
    const { method, route, status, seconds } = request;
    this.#requests.inc({ method, route, status: String(status) });
    this.#seconds.observe({ method, route }, seconds);
  }

  applied(operations: number, { events, collections }: Consequences): void {
    this.#operations.inc(operations);
    this.#events.inc(events);
    for (const [generation, times] of collections.entries()) {
      if (times > 0) this.#collections.inc({ generation }, times);
    }
  }

  journaled({ call, seconds, failed }: { call: string; seconds: number; failed: boolean }): void {
    this.#journal.observe({ call }, seconds);
    if (failed) this.#journalFailures.inc({ call });
  }

  sent(events: number): void {
    this.#sent.inc(events);
  }

  workerLost(): void {
    this.#workersLost.inc();
  }

  retired(): void {
    this.#bugs.inc();
  }

  #counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.#registry] });
  }

  #gauge(name: string, help: string, read: () => number): void {
    const collect = function collect(this: Gauge): void {
      this.set(read());
    };
    this.#registry.registerMetric(new Gauge({ name, help, registers: [], collect }));
  }
}
