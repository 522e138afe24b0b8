/** Pages of views: how much a page holds, and where it begins. */
import { z } from 'zod';
import { type Outcome, refuse } from '../contract/index.ts';
import { makeCursor, readCursor } from './cursor.ts';
import { AT_QUERY } from './moment.ts';

const DEFAULT_PAGE = 100;

export const PAGE_QUERY = z.strictObject({
  ...AT_QUERY.shape,
  limit: z.int().min(1).max(1000).optional().meta({ description: 'Items of a page.' }),
  cursor: z.string().max(200).optional().meta({ description: '`next` of the page before.' }),
});

interface PageQuery {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** Where a page begins: after the item that the cursor names. */
export function pageOf(kind: string, query: PageQuery): Outcome<{ after: number; limit: number }> {
  const limit = query.limit ?? DEFAULT_PAGE;
  if (query.cursor === undefined) return { ok: true, value: { after: 0, limit } };
  const place = readCursor(kind, query.cursor);
  if (!place.ok) return place;
  const [after] = place.value;
  return typeof after === 'number' ? { ok: true, value: { after, limit } } : refuse('invalid_cursor');
}

interface Page {
  readonly next: number | null;
}

export function withCursor(kind: string, view: Page): Outcome<object> {
  return { ok: true, value: { ...view, next: view.next === null ? null : makeCursor(kind, [view.next]) } };
}
