/** Cursors: where a page ended, as text that clients only hand back. Each is bound to the kind of list that made it. */
import { type Outcome, refuse } from '../contract/index.ts';

const CURSOR = /^[0-9A-Za-z_-]{1,200}$/;

export function makeCursor(kind: string, place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([kind, ...place])).toString('base64url');
}

export function readCursor(kind: string, cursor: string): Outcome<readonly (string | number)[]> {
  if (!CURSOR.test(cursor)) return refuse('invalid_cursor');
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(place) || place[0] !== kind) return refuse('invalid_cursor');
    const rest: unknown[] = place.slice(1);
    return rest.every(isPlain) ? { ok: true, value: rest.filter(isPlain) } : refuse('invalid_cursor');
  } catch {
    return refuse('invalid_cursor');
  }
}

function isPlain(part: unknown): part is string | number {
  return typeof part === 'string' || Number.isSafeInteger(part);
}
