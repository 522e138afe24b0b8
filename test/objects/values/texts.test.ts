import { expect, test } from 'vitest';
import * as bytes from '../../../src/objects/values/bytes-methods.ts';
import * as points from '../../../src/objects/values/code-points.ts';
import * as classify from '../../../src/objects/values/str-classify.ts';
import * as find from '../../../src/objects/values/str-find.ts';
import { kindBytes, maxCodePoint, strKind } from '../../../src/objects/values/str-kind.ts';
import * as pad from '../../../src/objects/values/str-pad.ts';
import { bytesRepr, strAscii, strRepr } from '../../../src/objects/values/str-repr.ts';
import * as split from '../../../src/objects/values/str-split.ts';
import { makeTranslation, strTranslate } from '../../../src/objects/values/str-translate.ts';
import * as cases from '../../../src/objects/values/unicode-case.ts';
import { mismatches, type Subject } from './fixture.ts';

const range = (s: string, start: number, end: number): find.Range =>
  find.adjustRange(points.codePointLength(s), start, end);
const { STR_RULES, BYTES_RULES } = split;

/** PySlice_AdjustIndices, which sequences share and texts do not own. */
function slice(s: string, from: number, to: number, step: number): string {
  const length = points.codePointLength(s);
  const clamp = (at: number): number => {
    const position = at < 0 ? at + length : at;
    if (position < 0) return step < 0 ? -1 : 0;
    return position >= length ? (step < 0 ? length - 1 : length) : position;
  };
  const [start, stop] = [clamp(from), clamp(to)];
  return points.sliceString(s, start, step, Math.max(0, Math.ceil((stop - start) / step)));
}

test('str methods find, split, strip and pad by code points as CPython does', () => {
  const subjects: Record<string, Subject> = {
    split: (_, s, t, n) => (t === null ? split.splitWords(s, n, STR_RULES) : split.splitBy(s, t, n)),
    rsplit: (_, s, t, n) => (t === null ? split.splitWordsLast(s, n, STR_RULES) : split.splitByLast(s, t, n)),
    splitlines: (_, s, keep) => split.splitLines(s, keep, STR_RULES),
    strip: (_, s, t) =>
      t === undefined ? split.stripSpace(s, 'both', STR_RULES) : split.stripCharacters(s, t, 'both'),
    lstrip: (_, s, t) =>
      t === undefined ? split.stripSpace(s, 'left', STR_RULES) : split.stripCharacters(s, t, 'left'),
    rstrip: (_, s, t) =>
      t === undefined ? split.stripSpace(s, 'right', STR_RULES) : split.stripCharacters(s, t, 'right'),
    find: (_, s, t, a, b) => find.strFind(s, t, range(s, a, b)),
    rfind: (_, s, t, a, b) => find.strFindLast(s, t, range(s, a, b)),
    count: (_, s, t, a, b) => find.strCount(s, t, range(s, a, b)),
    startswith: (_, s, t, a, b) => find.strStartsWith(s, t, range(s, a, b)),
    endswith: (_, s, t, a, b) => find.strEndsWith(s, t, range(s, a, b)),
    replace: (profile, s, t, by, count) => find.strReplace(s, t, { by, count, profile }),
    partition: (_, s, t) => find.strPartition(s, t),
    rpartition: (_, s, t) => find.strPartitionLast(s, t),
    contains: (_, s, t) => find.strContains(s, t),
    compare: (_, s, t) => points.compareStrings(s, t),
    slice: (_, s, a, b, c) => slice(s, a, b, c),
    center: (_, s, n, fill) => pad.strCenter(s, n, fill),
    ljust: (_, s, n, fill) => pad.strLeftJustify(s, n, fill),
    rjust: (_, s, n, fill) => pad.strRightJustify(s, n, fill),
    zfill: (_, s, n) => pad.strZeroFill(s, n),
    expandtabs: (_, s, n) => pad.strExpandTabs(s, n),
    translate: (_, s, from, to, remove) => strTranslate(s, makeTranslation(from, to, remove)),
    len: (_, s) => points.codePointLength(s),
  };

  expect(mismatches('texts', subjects)).toEqual([]);
});

test('characters are printable, cased and classified as the Unicode release of each Python says', () => {
  const subjects: Record<string, Subject> = {
    repr: (profile, s) => strRepr(s, profile),
    ascii: (_, s) => strAscii(s),
    isalpha: (profile, s) => classify.strIsAlpha(s, profile),
    isalnum: (profile, s) => classify.strIsAlnum(s, profile),
    isdecimal: (profile, s) => classify.strIsDecimal(s, profile),
    isdigit: (profile, s) => classify.strIsDigit(s, profile),
    isnumeric: (profile, s) => classify.strIsNumeric(s, profile),
    isspace: (profile, s) => classify.strIsSpace(s, profile),
    isprintable: (profile, s) => classify.strIsPrintable(s, profile),
    isascii: (_, s) => classify.strIsAscii(s),
    isidentifier: (profile, s) => classify.strIsIdentifier(s, profile),
    isupper: (profile, s) => classify.strIsUpper(s, profile),
    islower: (profile, s) => classify.strIsLower(s, profile),
    istitle: (profile, s) => classify.strIsTitle(s, profile),
    upper: (profile, s) => cases.strUpper(s, profile),
    lower: (profile, s) => cases.strLower(s, profile),
    title: (profile, s) => cases.strTitle(s, profile),
    capitalize: (profile, s) => cases.strCapitalize(s, profile),
    casefold: (profile, s) => cases.strCasefold(s, profile),
    swapcase: (profile, s) => cases.strSwapcase(s, profile),
  };

  expect(mismatches('texts', subjects)).toEqual([]);
});

test('bytes methods give what CPython gives', () => {
  const text = bytes.bytesToLatin1;
  const back = bytes.latin1ToBytes;
  const subjects: Record<string, Subject> = {
    'bytes.repr': (_, b) => bytesRepr(b),
    'bytes.split': (_, b, t, n) =>
      (t === null ? split.splitWords(text(b), n, BYTES_RULES) : split.splitBy(text(b), text(t), n)).map(back),
    'bytes.rsplit': (_, b, t, n) =>
      (t === null
        ? split.splitWordsLast(text(b), n, BYTES_RULES)
        : split.splitByLast(text(b), text(t), n)
      ).map(back),
    'bytes.splitlines': (_, b, keep) => split.splitLines(text(b), keep, BYTES_RULES).map(back),
    'bytes.strip': (_, b, t) =>
      back(
        t === undefined
          ? split.stripSpace(text(b), 'both', BYTES_RULES)
          : split.stripCharacters(text(b), text(t), 'both'),
      ),
    'bytes.find': (_, b, t, from, to) => find.strFind(text(b), text(t), range(text(b), from, to)),
    'bytes.rfind': (_, b, t, from, to) => find.strFindLast(text(b), text(t), range(text(b), from, to)),
    'bytes.count': (_, b, t, from, to) => find.strCount(text(b), text(t), range(text(b), from, to)),
    'bytes.replace': (profile, b, t, by, count) =>
      back(find.strReplace(text(b), text(t), { by: text(by), count, profile })),
    'bytes.partition': (_, b, t) => find.strPartition(text(b), text(t)).map(back),
    'bytes.center': (_, b, n, fill) => back(pad.strCenter(text(b), n, text(fill))),
    'bytes.zfill': (_, b, n) => back(pad.strZeroFill(text(b), n)),
    'bytes.expandtabs': (_, b, n) => back(pad.strExpandTabs(text(b), n)),
    'bytes.translate': (_, b, from, to, remove) =>
      bytes.bytesTranslate(b, bytes.bytesMakeTranslation(from, to), remove),
    'bytes.hex': (_, b, separator, group) =>
      bytes.bytesHex(b, typeof separator === 'string' ? separator : text(separator), group),
    'bytes.fromhex': (_, s) => bytes.bytesFromHex(s),
    'bytes.compare': (_, a, b) => bytes.compareBytes(a, b),
    'bytes.upper': (_, b) => bytes.bytesUpper(b),
    'bytes.lower': (_, b) => bytes.bytesLower(b),
    'bytes.title': (_, b) => bytes.bytesTitle(b),
    'bytes.capitalize': (_, b) => bytes.bytesCapitalize(b),
    'bytes.swapcase': (_, b) => bytes.bytesSwapcase(b),
  };
  for (const name of [
    'isalnum',
    'isalpha',
    'isascii',
    'isdigit',
    'isspace',
    'islower',
    'isupper',
    'istitle',
  ] as const) {
    subjects[`bytes.${name}`] = (_, b) => bytes.bytesAsk(b, name);
  }

  expect(mismatches('texts', subjects)).toEqual([]);
});

test('a string is stored by its largest character', () => {
  expect(['', 'abc', '\xe9', '\u20ac', '\ud800', '\u{1f600}'].map(strKind)).toEqual([
    'ascii',
    'ascii',
    'latin1',
    'ucs2',
    'ucs2',
    'ucs4',
  ]);
  expect(['a', '\xe9', '\u20ac', '\u{1f600}'].map((s) => kindBytes(strKind(s)))).toEqual([1, 1, 2, 4]);
  expect(['', 'az', '\u20aca', 'a\u{1f600}'].map(maxCodePoint)).toEqual([0, 122, 0x20ac, 0x1f600]);
});
