/** Sessions without a server: a registry on fake ports whose clock, journal and turns a test can hold. */
import { createSessionRequest, type Outcome } from '../../src/contract/index.ts';
import { MemoryJournal } from '../../src/journal/index.ts';
import {
  type AppendOutcome,
  type AppendRequest,
  type ApplyReceipt,
  DEFAULT_LIMITS,
  type Journal,
  JournalError,
  type Operation,
  type ServerLimits,
  type Session,
  SessionRegistry,
  type Workers,
} from '../../src/session/index.ts';

/** A journal whose disk can fail. */
export class BreakableJournal extends MemoryJournal {
  broken: Error | undefined;
  /** Thrown when the batch has been kept. */
  breaksAfterwards: Error | undefined;
  appended = 0;

  override async append(request: AppendRequest): Promise<AppendOutcome> {
    if (this.broken !== undefined) throw this.broken;
    this.appended++;
    const outcome = await super.append(request);
    if (this.breaksAfterwards !== undefined) throw this.breaksAfterwards;
    return outcome;
  }

  override async check(): Promise<void> {
    if (this.broken !== undefined) throw this.broken;
  }
}

export const DISK_FULL = new JournalError('journal_full', 'no space left');

export interface TestSessions<J extends Journal = BreakableJournal> {
  readonly registry: SessionRegistry;
  readonly journal: J;
  readonly clock: { nowMs: number };
  readonly bugs: unknown[];
  /** How often the sessions let others have their turn. */
  turns: number;
  readonly create: (settings?: object) => Promise<Session>;
}

export function testSessions(limits: Partial<ServerLimits> = {}, workers?: Workers): TestSessions {
  return testSessionsOn(new BreakableJournal(), limits, workers);
}

export function testSessionsOn<J extends Journal>(
  journal: J,
  limits: Partial<ServerLimits> = {},
  workers?: Workers,
): TestSessions<J> {
  const clock = { nowMs: 1_700_000_000_000 };
  const bugs: unknown[] = [];
  let ids = 0;
  const registry = new SessionRegistry(
    {
      clock: { now: () => clock.nowMs },
      ids: {
        session: () => `s_${String(++ids).padStart(20, '0')}`,
        epoch: () => `e_${String(++ids).padStart(12, '0')}`,
      },
      turn: async () => {
        sessions.turns++;
        await new Promise((resolve) => setImmediate(resolve));
      },
      journal,
      ephemeralJournal: new MemoryJournal(),
      reportBug: (_session, error) => bugs.push(error),
      workers,
    },
    { ...DEFAULT_LIMITS, ...limits },
  );
  const create = async (settings: object = {}): Promise<Session> =>
    valueOf(await registry.create(createSessionRequest.parse(settings)));
  const sessions: TestSessions<J> = { registry, journal, clock, bugs, turns: 0, create };
  return sessions;
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.fault.code} ${JSON.stringify(outcome.fault)}`);
  return outcome.value;
}

export function faultOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'no fault' : outcome.fault.code;
}

export const list = (name: string): Operation => ({ op: 'new', type: 'list', as: name });
/** A list that holds the one before it, so that all of them stay alive. */
export const link = (name: string): Operation => ({ op: 'new', type: 'list', as: name, items: [name] });
export const mark = (label: string): Operation => ({ op: 'mark', label });
export const drop = (name: string): Operation => ({ op: 'unbind', name });
export const times = (count: number, ...ops: Operation[]): Operation => ({ op: 'repeat', times: count, ops });

export async function apply(
  session: Session,
  operations: readonly Operation[],
  onError: 'stop' | 'rollback' = 'stop',
): Promise<ApplyReceipt> {
  return valueOf(await session.apply({ operations, onError }));
}
