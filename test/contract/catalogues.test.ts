import { expect, test } from 'vitest';
import {
  CLOSE_CODES,
  type ComplaintKey,
  closeReason,
  complain,
  EVENT_SCHEMAS,
  FAULTS,
  type FaultCode,
  faultDetail,
  faultTitle,
  heapEvent,
  LANGUAGES,
  pickLanguage,
  problem,
  problemOf,
  REFINED,
  TOPICS,
} from '../../src/contract/index.ts';
import { EV } from '../../src/heap/index.ts';
import { decodeEvent, eventTypeOf } from '../../src/session/index.ts';

const codes = Object.values(EV);
const faults = Object.keys(FAULTS) as FaultCode[];

test('every event that a heap can write has a public type, and every public type has one that writes it', () => {
  const types = codes.map((code) => eventTypeOf(code));

  expect(new Set(types).size).toBe(codes.length);
  expect(types.toSorted()).toEqual(EVENT_SCHEMAS.map((schema) => schema.shape.type.value).toSorted());
});

test('every decoded event is what the contract says', () => {
  const text = (symbol: number) => `word ${symbol}`;

  for (const code of codes) {
    const fields = { a: 1, b: code === EV.GC_PROMOTED ? 2 : 1, c: 1, text };
    const event = decodeEvent(code, { offset: 7, seq: 3 }, fields);
    expect(heapEvent.safeParse(event), event.type).toMatchObject({ success: true });
    expect(event.type.startsWith(`${event.topic}.`)).toBe(true);
  }
});

test('addresses come whole out of two words', () => {
  const text = (symbol: number) => ['list', 'tuple'][symbol] ?? '';
  const fields = { a: 17, b: (1 << 16) | 0x7f3a, c: 0x9c0b2040 | 0, text };

  expect(decodeEvent(EV.OBJECT_ALLOCATED, { offset: 1, seq: 1 }, fields)).toEqual({
    offset: 1,
    seq: 1,
    type: 'object.allocated',
    topic: 'object',
    object: '#17',
    object_type: 'tuple',
    address: '0x7f3a9c0b2040',
  });
});

test('topics are the first words of types', () => {
  const topics = new Set(EVENT_SCHEMAS.map((schema) => schema.shape.topic.value));

  expect([...TOPICS].toSorted()).toEqual([...topics].toSorted());
});

test('every fault has words in every language, with the same blanks to fill', () => {
  const blanks = (code: FaultCode, language: (typeof LANGUAGES)[number]) =>
    [...faultDetail({ code }, language).matchAll(/\{\w+\}/g)].map(String).toSorted();

  for (const code of faults) {
    for (const language of LANGUAGES) {
      expect(faultTitle(code, language)).not.toBe('');
      expect(blanks(code, language)).toEqual(blanks(code, 'en'));
    }
  }
});

test('every complaint about a field has words of its own in every language, with the same blanks to fill', () => {
  const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String);

  for (const [key, english] of Object.entries(REFINED)) {
    const values = Object.fromEntries(blanks(english).map((blank) => [blank.slice(1, -1), blank]));
    const words = complain(key as ComplaintKey, values);
    expect(words.en).toBe(english);
    expect(words.zh).not.toBe(english);
    expect(blanks(words.zh).toSorted()).toEqual(blanks(english).toSorted());
  }
});

test('a problem is filled with what happened, in the language that was asked for', () => {
  const refusal = { code: 'no_such_session', values: { id: 's_1' } } as const;

  expect(problem.parse(problemOf(refusal, 'en', 'r1'))).toEqual({
    type: 'urn:heaplab:fault:no_such_session',
    title: 'No such session',
    status: 404,
    detail: 'There is no session s_1; it never was, was deleted or has expired.',
    code: 'no_such_session',
    request_id: 'r1',
  });
  expect(problemOf(refusal, 'zh').title).toBe('会话不存在');
});

test('a fault that ends a stream does so with a documented close code', () => {
  for (const code of faults) {
    const { close } = FAULTS[code];
    if (close !== 0) expect(Object.keys(CLOSE_CODES)).toContain(String(close));
  }
  for (const language of LANGUAGES) expect(closeReason(4409, language)).not.toBe('');
});

test.each([
  [undefined, 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-GB,zh;q=0.9', 'en'],
  ['fr', 'en'],
  ['zh;q=0', 'en'],
  ['de, zh;q=0.1', 'zh'],
  [';;;,=', 'en'],
])('Accept-Language %s is answered in %s', (header, language) => {
  expect(pickLanguage(header)).toBe(language);
});
