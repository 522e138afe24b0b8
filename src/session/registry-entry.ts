/** One session in the registry: who writes it where, and when somebody last asked for it. */
import type { Journal } from './ports.ts';
import type { Session } from './session.ts';

export interface Entry {
  readonly session: Session;
  readonly journal: Journal;
  touchedAtMs: number;
  /** What the journal knows of that. */
  notedAtMs: number;
}

/** What a journal knows of a session beside its record. */
export interface Found {
  readonly position: Session['position'];
  readonly owner: number;
  readonly touchedAtMs: number;
}

export function isOf({ session }: Entry, owner: string | undefined): boolean {
  return owner === undefined || session.record.belongsTo === owner;
}

export function expiry({ session, touchedAtMs }: Entry): number | null {
  const { ttlSeconds } = session.record;
  return ttlSeconds === null ? null : touchedAtMs + ttlSeconds * 1000;
}

export type Ordered = { readonly createdAtMs: number; readonly id: string };

export function order(one: Ordered, other: Ordered): number {
  if (one.createdAtMs !== other.createdAtMs) return one.createdAtMs - other.createdAtMs;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}
