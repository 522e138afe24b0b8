/** The entity tag of a session: its sequence number. Tags are strong; a weak one never matches If-Match (RFC 9110, 13.1.1). */
import { type Outcome, refuse } from '../contract/index.ts';

const TAG = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/;
const SEQ_TAG = /^"(0|[1-9][0-9]{0,15})"$/;

export function entityTag(seq: number): string {
  return `"${seq}"`;
}

/** The sequence numbers that If-Match allows; undefined when anything will do. */
export function readIfMatch(header: string | undefined): Outcome<number[] | undefined> {
  if (header === undefined || header.trim() === '*') return { ok: true, value: undefined };
  const allowed: number[] = [];
  for (const part of header.split(',')) {
    const tag = part.trim();
    if (!TAG.test(tag)) return refuse('invalid_header', { header: 'If-Match' });
    const seq = SEQ_TAG.exec(tag)?.[1];
    if (seq !== undefined) allowed.push(Number(seq));
  }
  return { ok: true, value: allowed };
}
