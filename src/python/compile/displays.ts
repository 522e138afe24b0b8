/**
 * Displays: tuples, lists, sets and dictionaries (compile.c:starunpack_helper, compiler_dict).
 *
 * From 3.9 a display of three or more constants is made from one constant tuple or frozenset.
 */
import { frozensetConst, tupleConst } from '../constant.ts';
import type { Dict, Expr, List, SetDisplay, Span, Tuple } from '../parse/ast-expressions.ts';
import type { Compiler } from './compiler.ts';
import { compileExpression, MANY } from './expressions.ts';
import { Op } from './opcodes.ts';

export type SequenceKind = 'List' | 'Tuple' | 'Set';
type Frame = { readonly pushed: number; readonly at: Span };

/** Any display. */
export function compileDisplay(c: Compiler, node: List | Tuple | SetDisplay | Dict): void {
  if (node.kind === 'Dict') return compileDict(c, node);
  compileSequence(c, node.kind, node.items, { pushed: 0, at: node.at });
}

/** `pushed` items are on the stack already and belong to the display. */
export function compileSequence(c: Compiler, kind: SequenceKind, items: readonly Expr[], frame: Frame): void {
  if (constantDisplay(c, kind, items, frame)) return;
  const { pushed, at } = frame;
  const big = c.profile.richErrors && items.length + pushed > MANY;
  if (!big && !items.some((item) => item.kind === 'Starred')) {
    for (const item of items) compileExpression(c, item);
    c.emit(
      { List: Op.BUILD_LIST, Tuple: Op.BUILD_TUPLE, Set: Op.BUILD_SET }[kind],
      items.length + pushed,
      at,
    );
    return;
  }
  collect(c, kind, items, { ...frame, big });
  if (kind === 'Tuple') c.emit(Op.LIST_TO_TUPLE, 0, at);
}

function constantDisplay(
  c: Compiler,
  kind: SequenceKind,
  items: readonly Expr[],
  { pushed, at }: Frame,
): boolean {
  if (!c.profile.constantDisplays || items.length <= 2) return false;
  const values = c.folder.constants(items);
  if (values === null) return false;
  if (kind === 'Tuple' && pushed === 0) {
    c.loadConst(tupleConst(values), at, 'items');
    return true;
  }
  c.emit(kind === 'Set' ? Op.BUILD_SET : Op.BUILD_LIST, pushed, at);
  c.loadConst(kind === 'Set' ? frozensetConst(values) : tupleConst(values), at, 'items');
  c.emit(kind === 'Set' ? Op.SET_UPDATE : Op.LIST_EXTEND, 1, at);
  if (kind === 'Tuple') c.emit(Op.LIST_TO_TUPLE, 0, at);
  return true;
}

/** Items one by one into a list or set that is built at the first star. */
function collect(
  c: Compiler,
  kind: SequenceKind,
  items: readonly Expr[],
  frame: Frame & { readonly big: boolean },
): void {
  const { pushed, at, big } = frame;
  const set = kind === 'Set';
  let built = big;
  if (big) c.emit(set ? Op.BUILD_SET : Op.BUILD_LIST, pushed, at);
  for (const [i, item] of items.entries()) {
    if (item.kind === 'Starred') {
      if (!built) c.emit(set ? Op.BUILD_SET : Op.BUILD_LIST, i + pushed, at);
      built = true;
      compileExpression(c, item.value);
      c.emit(set ? Op.SET_UPDATE : Op.LIST_EXTEND, 1, at);
    } else {
      compileExpression(c, item);
      if (built) c.emit(set ? Op.SET_ADD : Op.LIST_APPEND, 1, at);
    }
  }
}

function compileDict(c: Compiler, node: Dict): void {
  const { at, keys } = node;
  let built = false;
  let waiting = 0;
  const flush = (end: number) => {
    compilePairs(c, node, end - waiting, end);
    if (built) c.emit(Op.DICT_UPDATE, 1, at);
    built = true;
    waiting = 0;
  };
  for (const [i, key] of keys.entries()) {
    if (key !== null) {
      waiting++;
      if (c.profile.richErrors && (waiting - 1) * 2 > MANY) flush(i + 1);
      continue;
    }
    if (waiting > 0) flush(i);
    if (!built) c.emit(Op.BUILD_MAP, 0, at);
    built = true;
    compileExpression(c, node.values[i] as Expr);
    c.emit(Op.DICT_UPDATE, 1, at);
  }
  if (waiting > 0) flush(keys.length);
  if (!built) c.emit(Op.BUILD_MAP, 0, at);
}

/** compile.c:compiler_subdict. */
function compilePairs(c: Compiler, node: Dict, begin: number, end: number): void {
  const { at } = node;
  const keys = node.keys.slice(begin, end) as readonly Expr[];
  const values = node.values.slice(begin, end);
  const big = c.profile.richErrors && keys.length * 2 > MANY;
  const constants = keys.length > 1 && !big ? c.folder.constants(keys) : null;
  if (constants !== null) {
    for (const value of values) compileExpression(c, value);
    c.loadConst(tupleConst(constants), at, 'items');
    return c.emit(Op.BUILD_CONST_KEY_MAP, keys.length, at);
  }
  if (big) c.emit(Op.BUILD_MAP, 0, at);
  for (const [i, key] of keys.entries()) {
    compileExpression(c, key);
    compileExpression(c, values[i] as Expr);
    if (big) c.emit(Op.MAP_ADD, 1, at);
  }
  if (!big) c.emit(Op.BUILD_MAP, keys.length, at);
}
