/**
 * `'%s, %5.2r' % (a, b)` compiles as an f-string from 3.11 (ast_opt.c:optimize_format): the right side must be a tuple
 * display without stars, and the only conversions %s, %r and %a.
 */
import { strConst } from '../constant.ts';
import type { BinOp, Constant, Expr, FormattedValue, JoinedStr } from '../parse/ast-expressions.ts';
import { NOWHERE } from './unit.ts';

const MAX_DIGITS = 2;
const FIELD = new RegExp(`%(?:%|(-?)(\\d{0,${MAX_DIGITS}})(?:\\.(\\d{0,${MAX_DIGITS}}))?([sra])|)`, 'g');

/** It has no place, so what loads it takes that of what runs before (_PyAST_Constant is given none). */
const textOf = (text: string): Constant => ({ kind: 'Constant', at: NOWHERE, value: strConst(text) });

export function foldPercentFormat(node: BinOp, format: string, right: Expr): JoinedStr | null {
  if (right.kind !== 'Tuple' || right.items.some((item) => item.kind === 'Starred')) return null;
  const values: (Constant | FormattedValue)[] = [];
  let text = '';
  let used = 0;
  let at = 0;
  for (const field of format.matchAll(FIELD)) {
    text += format.slice(at, field.index);
    at = field.index + field[0].length;
    if (field[0] === '%%') {
      text += '%';
      continue;
    }
    const value = right.items[used++];
    if (field[4] === undefined || value === undefined) return null;
    if (text !== '') values.push(textOf(text));
    text = '';
    values.push(fieldOf(value, field));
  }
  text += format.slice(at);
  if (used !== right.items.length) return null;
  if (text !== '') values.push(textOf(text));
  return { kind: 'JoinedStr', at: node.at, values };
}

function fieldOf(value: Expr, field: RegExpExecArray): FormattedValue {
  const [, minus = '', width = '', precision] = field;
  const conversion = field[4] as 's' | 'r' | 'a';
  const align = width !== '' && minus === '' ? '>' : '';
  const spec = `${align}${width}${precision === undefined ? '' : `.${precision === '' ? '0' : precision}`}`;
  const { at } = value;
  const specNode: JoinedStr | null =
    spec === '' ? null : { kind: 'JoinedStr', at, values: [{ kind: 'Constant', at, value: strConst(spec) }] };
  return { kind: 'FormattedValue', at, value, conversion, spec: specNode };
}
