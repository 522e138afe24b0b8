/**
 * Who calls: an owner with a key and its scopes, or anybody where no keys are in use.
 *
 * Scopes include each other: `admin` may all that `write` may, `write` all that `read` may.
 */
import { z } from 'zod';

export const scope = z.enum(['read', 'write', 'admin']);
export type Scope = z.infer<typeof scope>;

/** What a route asks of its callers; `open` asks nothing. */
export type Access = Scope | 'open';

export interface Caller {
  /** Name of the key; null: no keys are in use. */
  readonly key: string | null;
  /** Whose the sessions are that this caller makes; null: nobody's in particular. */
  readonly owner: string | null;
  readonly scope: Scope;
  /** Sessions that the owner may have by this key; undefined: as many as the server holds. */
  readonly maxSessions: number | undefined;
}

/** Everybody, where no keys are in use: only this machine can reach the server then. */
export const ANYBODY: Caller = { key: null, owner: null, scope: 'admin', maxSessions: undefined };

const RANK: Readonly<Record<Access, number>> = { open: 0, read: 1, write: 2, admin: 3 };

export function mayDo(caller: Caller, access: Access): boolean {
  return RANK[caller.scope] >= RANK[access];
}

/** The one owner whose sessions exist for this caller; undefined: all sessions do. */
export function horizon(caller: Caller): string | undefined {
  return caller.scope === 'admin' || caller.owner === null ? undefined : caller.owner;
}

/** The widest of several scopes. */
export function widest(scopes: readonly Scope[]): Scope {
  return scopes.reduce((one, other) => (RANK[other] > RANK[one] ? other : one), 'read');
}
