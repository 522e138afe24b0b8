/** format() of str (formatter_unicode.c:format_string_internal). */
import { codePointLength, unitIndex } from './code-points.ts';
import { layoutText } from './format-layout.ts';
import { type FormatSpec, parseFormatSpec, unknownCode } from './format-spec.ts';
import { valueError } from './python-raise.ts';
import type { ValueProfile } from './value-profile.ts';

/** str.__format__. */
export function formatStr(s: string, spec: string, profile: ValueProfile, typeName = 'str'): string {
  if (spec === '') return s;
  const parsed = parseFormatSpec(spec, { profile, typeName, numeric: false });
  if (parsed.type !== '' && parsed.type !== 's') throw unknownCode(parsed.type, typeName);
  checkStr(parsed, profile);
  const { precision } = parsed;
  const shown = precision >= 0 && precision < codePointLength(s) ? s.slice(0, unitIndex(s, precision)) : s;
  return layoutText(shown, parsed);
}

function checkStr(spec: FormatSpec, profile: ValueProfile): void {
  if (spec.sign !== '') {
    const what = spec.sign === ' ' ? profile.spaceSign : 'Sign';
    throw valueError(`${what} not allowed in string format specifier`);
  }
  if (spec.noNegativeZero)
    throw valueError('Negative zero coercion (z) not allowed in string format specifier');
  if (spec.alternate) throw valueError('Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=') throw valueError("'=' alignment not allowed in string format specifier");
}
