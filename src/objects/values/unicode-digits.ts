/** unicodeobject.c:_PyUnicode_TransformDecimalAndSpaceToASCII: what int(), float() and complex() read. */
import { decimalValue, isSpace } from './unicode-properties.ts';
import type { ValueProfile } from './value-profile.ts';

const SPACE = 32;
const TAB = 9;
const CARRIAGE_RETURN = 13;
const ASCII = /^[\0-\x7f]*$/;

/**
 * The text with white space stripped at both ends, decimal digits of any script as ASCII digits, white
 * space inside as spaces and other characters beyond ASCII as question marks. A text in ASCII is not
 * transformed, so that the separators U+001C to U+001F count as white space only beside other characters.
 */
/** Without what C's isspace takes for white space, at both ends. Not by an expression: one that ends with `+$` begins again at every space. */
export function stripAscii(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isAsciiSpace(text.charCodeAt(start))) start++;
  while (end > start && isAsciiSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isAsciiSpace(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= CARRIAGE_RETURN);
}

export function asciiNumberText(text: string, profile: ValueProfile): string {
  if (ASCII.test(text)) return stripAscii(text);
  let result = '';
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    const digit = decimalValue(point, profile);
    if (isSpace(point)) result += ' ';
    else if (point < 128) result += character;
    else result += digit < 0 ? '?' : String(digit);
  }
  return result.trim();
}
