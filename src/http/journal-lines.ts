/**
 * A journal as text, one JSON value a line: who it is of, each batch, and at last what it leads to.
 *
 * Without its last line a journal is not whole and is not taken: a copy that was cut off cannot pass for one.
 */
import { z } from 'zod';
import {
  epoch,
  eventOffset,
  type Outcome,
  RELEASES,
  REPORT_INPUT,
  refuse,
  sequenceNumber,
  sessionId,
  sessionSettings,
} from '../contract/index.ts';
import { decodeOperation, type Operation, operationSchema } from '../operations/index.ts';
import {
  ENGINE_VERSION,
  type ExportedHistory,
  type ImportedHistory,
  type SessionRecord,
  type StoredBatch,
} from '../session/index.ts';
import { entriesOf, jsonPointer } from './query.ts';

const headerLine = z
  .strictObject({
    line: z.literal('header'),
    format: z.literal(1),
    engine: z.int().min(1).meta({ description: 'Version of the simulation that wrote it.' }),
    release: z.string(),
    session: sessionId,
    epoch,
    created_at: z.iso.datetime(),
    label: z.string().max(200),
    ttl_seconds: z.int().min(1).max(31_536_000).nullable(),
    settings: sessionSettings,
  })
  .meta({ id: 'JournalHeader', description: 'The first line of a journal.' });

const batchLine = z
  .strictObject({
    line: z.literal('batch'),
    batch: z.int().min(1).meta({ description: 'Batches count from 1.' }),
    seq: sequenceNumber,
    applied: z.int().min(0).meta({ description: 'Operations that count; the next one, if any, failed.' }),
    offset: eventOffset,
    operations: z.array(operationSchema),
  })
  .meta({ id: 'JournalBatch', description: 'The operations of one request, as they were attempted.' });

const endLine = z
  .strictObject({
    line: z.literal('end'),
    seq: sequenceNumber,
    offset: eventOffset,
    state: z.string().meta({ description: 'Hash of the whole state that the journal leads to.' }),
  })
  .meta({ id: 'JournalEnd', description: 'The last line of a journal.' });

export const journalLine = z.discriminatedUnion('line', [headerLine, batchLine, endLine]).meta({
  id: 'JournalLine',
  description: 'A line of a journal: a header, then the batches, then the end.',
});

/** Operations are decoded by their own table, which words what is wrong with them. */
const anyBatchLine = z.strictObject({ ...batchLine.shape, operations: z.array(z.unknown()) });

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- newer than the types of the language.
const NEGATIVE_ZERO = (JSON as unknown as { rawJSON(text: string): object }).rawJSON('-0');
const CHUNK_CHARACTERS = 65_536;

/** The lines of a history, in pieces of a fair size. */
export async function* historyText(record: SessionRecord, history: ExportedHistory): AsyncGenerator<string> {
  let text = lineOf({
    line: 'header',
    format: 1,
    engine: ENGINE_VERSION,
    release: RELEASES[record.settings.python],
    session: record.id,
    epoch: record.epoch,
    created_at: new Date(record.createdAtMs).toISOString(),
    label: record.label,
    ttl_seconds: record.ttlSeconds,
    settings: record.settings,
  });
  for await (const { number, seq, applied, offset, operations } of history.batches) {
    text += lineOf({ line: 'batch', batch: number, seq, applied, offset, operations });
    if (text.length < CHUNK_CHARACTERS) continue;
    yield text;
    text = '';
  }
  const { seq, offset } = history.position;
  yield text + lineOf({ line: 'end', seq, offset, state: history.stateHash });
}

function lineOf(value: object): string {
  return `${JSON.stringify(value, keepNegativeZero)}\n`;
}

/** `-0.0` is another float than `0.0`, and JSON could say so, but JSON.stringify does not. */
function keepNegativeZero(_key: string, value: unknown): unknown {
  return Object.is(value, -0) ? NEGATIVE_ZERO : value;
}

/** The history that the lines tell. */
export function readHistory(lines: readonly unknown[]): Outcome<ImportedHistory> {
  const header = readLine(headerLine, lines, 0);
  if (!header.ok) return header;
  const end = readLine(endLine, lines, Math.max(1, lines.length - 1));
  if (!end.ok) return end;
  const batches: StoredBatch[] = [];
  for (let index = 1; index < lines.length - 1; index++) {
    const batch = readBatch(lines, index);
    if (!batch.ok) return batch;
    batches.push(batch.value);
  }
  const { settings, label, ttl_seconds, engine } = header.value;
  const request = { ...settings, label, ttl_seconds };
  const { seq, offset, state } = end.value;
  return { ok: true, value: { request, engine, batches, end: { seq, offset, stateHash: state } } };
}

function readBatch(lines: readonly unknown[], index: number): Outcome<StoredBatch> {
  const read = readLine(anyBatchLine, lines, index);
  if (!read.ok) return read;
  const { batch: number, seq, applied, offset } = read.value;
  const operations: Operation[] = [];
  for (const [at, json] of read.value.operations.entries()) {
    const decoded = decodeOperation(json);
    if (!decoded.ok) {
      const { path, words } = decoded.problem;
      const pointer = `/${index}/operations/${at}${path}`;
      return refuse('invalid_operation', { index: at }, [{ pointer, words }]);
    }
    operations.push(decoded.operation);
  }
  return { ok: true, value: { number, seq, applied, offset, operations } };
}

/** Pointers count the lines from 0, as if they were the items of an array. */
function readLine<Schema extends z.ZodType>(
  schema: Schema,
  lines: readonly unknown[],
  index: number,
): Outcome<z.infer<Schema>> {
  const parsed = schema.safeParse(lines[index], REPORT_INPUT);
  if (parsed.success) return { ok: true, value: parsed.data };
  const entries = entriesOf(parsed.error, (path) => `/${index}${jsonPointer(path)}`);
  return refuse('invalid_body', {}, entries);
}
