/** What is wrong with a field that was sent, in every language that Heaplab speaks: zod's own words, or ours where zod has none. */
import { z } from 'zod';
import { type Explanation, inEachLanguage } from './explanation.ts';
import type { Language } from './messages.ts';

/** One thing that is wrong with what was sent; which language it is told in, the answer decides (`problemOf`). */
export interface Complaint {
  /** JSON Pointer into the body, or the name of a query parameter. */
  readonly pointer: string;
  readonly words: Explanation;
}

const EN = {
  not_valid: 'is not valid',
  not_json: 'not valid JSON',
  no_body: 'there is no body',
  no_operations: 'there are no operations',
  unknown_field: 'unknown field',
  given_twice: 'given more than once',
  at_most: 'at most {maximum}',
  must_be_object: 'must be an object',
  must_be_array: 'must be an array',
  must_be_number: 'must be a number',
  must_be_string: 'must be a string',
  must_be_integer: 'must be an integer, a large one as a string of digits',
  must_be_identifier: 'must be a Python identifier',
  must_be_reference: 'must be a name, an id like "#12" or a path like "a[0]", "d[\'k\']", "n.next"',
  must_be_power_of_two: 'must be a power of two',
  must_be_stop_or_rollback: 'must be stop or rollback',
  lone_surrogates: 'must not have lone surrogates',
  not_bytes: 'must have no character above U+00FF: each is a byte',
  needs_operation: 'must be the name of an operation',
  no_such_operation: 'there is no operation {op}',
  by_server_alone: 'is written by the server alone',
  loops_too_deep: 'loops nest at most {deepest} deep',
  loop_is_one_unit: 'a loop is one code object',
  program_in_loop: 'a program has loops of its own',
  needs_line: 'says where it stops',
  needs_length: 'says how many items',
  needs_class: 'names the class of an instance',
  does_not_build: 'does not build a {type}',
  not_literal: 'goes with int, float, str and bytes',
  arena_too_small: 'an arena of {bytes} bytes must hold 4 pools',
  not_aligned: 'must be a multiple of the alignment, {alignment}',
  pool_too_small: 'a pool must hold two blocks of the largest size class',
} as const;

export type ComplaintKey = keyof typeof EN;

const ZH: Record<ComplaintKey, string> = {
  not_valid: '无效',
  not_json: '不是有效的 JSON',
  no_body: '没有请求体',
  no_operations: '没有任何操作',
  unknown_field: '未知的字段',
  given_twice: '给出了不止一次',
  at_most: '最多 {maximum}',
  must_be_object: '必须是对象',
  must_be_array: '必须是数组',
  must_be_number: '必须是数字',
  must_be_string: '必须是字符串',
  must_be_integer: '必须是整数，较大的整数写成数字字符串',
  must_be_identifier: '必须是 Python 标识符',
  must_be_reference: '必须是名字、形如 "#12" 的编号，或形如 "a[0]"、"d[\'k\']"、"n.next" 的路径',
  must_be_power_of_two: '必须是 2 的幂',
  must_be_stop_or_rollback: '必须是 stop 或 rollback',
  lone_surrogates: '不能含有单独的代理项',
  not_bytes: '不能有超过 U+00FF 的字符：每个字符是一个字节',
  needs_operation: '必须是操作的名称',
  no_such_operation: '没有操作 {op}',
  by_server_alone: '只能由服务器写入',
  loops_too_deep: '循环最多嵌套 {deepest} 层',
  loop_is_one_unit: '一个循环就是一个代码对象',
  program_in_loop: '程序有自己的循环',
  needs_line: '要说明停在哪一行',
  needs_length: '要说明有多少项',
  needs_class: '要给出实例的类',
  does_not_build: '不能构造 {type}',
  not_literal: '只能用于 int、float、str 和 bytes',
  arena_too_small: '{bytes} 字节的 arena 必须能容纳 4 个 pool',
  not_aligned: '必须是对齐值 {alignment} 的倍数',
  pool_too_small: '一个 pool 必须能容纳两个最大规格的块',
};

const CATALOGUE: Record<Language, Record<ComplaintKey, string>> = { en: EN, zh: ZH };

/** The words of refinements in schemas: `.refine(isFine, REFINED.lone_surrogates)`; `wordsOf` knows them again. */
export const REFINED: Readonly<Record<ComplaintKey, string>> = EN;

const KEY_OF = new Map(Object.entries(EN).map(([key, words]) => [words as string, key as ComplaintKey]));

/** One complaint in every language. */
export function complain(
  key: ComplaintKey,
  values: Readonly<Record<string, string | number>> = {},
): Explanation {
  return inEachLanguage(CATALOGUE, key, values);
}

const ZOD_EN = z.locales.en().localeError;
const ZOD_ZH = z.locales.zhCN().localeError;

/**
 * An issue of zod in every language. It must come from a parse with `REPORT_INPUT`, since zod's words say what was received.
 */
export function wordsOf(issue: z.core.$ZodIssue): Explanation {
  const key = KEY_OF.get(issue.message);
  if (key !== undefined) return complain(key);
  const raw = { ...issue, input: issue.input } as Parameters<typeof ZOD_EN>[0];
  const isOfZod = said(ZOD_EN(raw)) === issue.message;
  return { en: shortened(issue.message), zh: shortened(isOfZod ? said(ZOD_ZH(raw)) : issue.message) };
}

/** What every schema that reads what was sent is given. */
export const REPORT_INPUT = { reportInput: true } as const;

function said(words: ReturnType<typeof ZOD_ZH>): string {
  return typeof words === 'object' && words !== null ? words.message : (words ?? ZH.not_valid);
}

const LONGEST_MESSAGE = 500;

/** A message can quote what was sent, of which there can be a lot. */
function shortened(text: string): string {
  return text.length <= LONGEST_MESSAGE ? text : `${text.slice(0, LONGEST_MESSAGE)}...`;
}
