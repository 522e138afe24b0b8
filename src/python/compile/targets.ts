/**
 * Storing to targets, deleting them, and augmented assignment (compile.c: Store and Del contexts,
 * compiler_augassign, unpack_helper).
 */
import type { Expr } from '../parse/ast-expressions.ts';
import type { AugAssign } from '../parse/ast-statements.ts';
import type { Compiler } from './compiler.ts';
import { attributeAt, compileBounds, compileExpression, isPlainSlice } from './expressions.ts';
import { BINARY_OPERATORS, Op } from './opcodes.ts';

/** Takes the value from the top of the stack. */
export function storeTarget(c: Compiler, node: Expr): void {
  switch (node.kind) {
    case 'Name':
      return c.name(node.id, 'store', node.at);
    case 'Attribute':
      forbidDebug(c, node.attr, node);
      noteStaticAttribute(c, node);
      compileExpression(c, node.value);
      return c.emitName(Op.STORE_ATTR, node.attr, attributeAt(c, node.at, node.attr));
    case 'Subscript':
      compileExpression(c, node.value);
      if (isPlainSlice(c, node.index)) {
        compileBounds(c, node.index);
        return c.emit(Op.STORE_SLICE, 0, node.at);
      }
      compileExpression(c, node.index);
      return c.emit(Op.STORE_SUBSCR, 0, node.at);
    case 'List':
    case 'Tuple':
      return unpack(c, node);
    case 'Starred':
      return c.fail('starred assignment target must be in a list or tuple', node.at);
    default:
      return c.fail('cannot assign to this', node.at);
  }
}

function forbidDebug(c: Compiler, name: string, node: Expr): void {
  if (name === '__debug__') c.fail('cannot assign to __debug__', node.at);
}

/** 3.13: assignments to attributes of `self` are noted for __static_attributes__. */
function noteStaticAttribute(c: Compiler, node: Extract<Expr, { kind: 'Attribute' }>): void {
  const method = c.unit.scope;
  if (node.value.kind !== 'Name' || node.value.id !== 'self' || !method.isFunction) return;
  c.nearestClass()?.staticAttributes.add(node.attr);
}

function unpack(c: Compiler, node: Extract<Expr, { kind: 'List' | 'Tuple' }>): void {
  const { items, at } = node;
  const star = items.findIndex((item) => item.kind === 'Starred');
  if (star >= 0) {
    if (items.some((item, i) => i > star && item.kind === 'Starred'))
      c.fail('multiple starred expressions in assignment', at);
    if (star > 255 || items.length - star - 1 > 0xffffff)
      c.fail('too many expressions in star-unpacking assignment', at);
    c.emit(Op.UNPACK_EX, star | ((items.length - star - 1) << 8), at);
  } else {
    c.emit(Op.UNPACK_SEQUENCE, items.length, at);
  }
  for (const item of items) storeTarget(c, item.kind === 'Starred' ? item.value : item);
}

export function deleteTarget(c: Compiler, node: Expr): void {
  switch (node.kind) {
    case 'Name':
      return c.name(node.id, 'delete', node.at);
    case 'Attribute':
      compileExpression(c, node.value);
      return c.emitName(Op.DELETE_ATTR, node.attr, attributeAt(c, node.at, node.attr));
    case 'Subscript':
      compileExpression(c, node.value);
      compileExpression(c, node.index);
      return c.emit(Op.DELETE_SUBSCR, 0, node.at);
    case 'List':
    case 'Tuple':
      for (const item of node.items) deleteTarget(c, item);
      return;
    default:
      return c.fail('cannot delete this', node.at);
  }
}

/** The target's object and index are evaluated once and stay on the stack. */
export function compileAugmented(c: Compiler, node: AugAssign): void {
  const { target } = node;
  const inplace = () => {
    compileExpression(c, node.value);
    c.emit(Op.INPLACE_OP, BINARY_OPERATORS.indexOf(node.op), node.at);
  };
  if (target.kind === 'Name') {
    c.name(target.id, 'load', target.at);
    inplace();
    return c.name(target.id, 'store', target.at);
  }
  if (target.kind === 'Attribute') return augmentAttribute(c, target, inplace);
  if (target.kind === 'Subscript') return augmentSubscript(c, target, inplace);
  return c.fail('illegal expression for augmented assignment', target.at);
}

function augmentAttribute(
  c: Compiler,
  target: Extract<Expr, { kind: 'Attribute' }>,
  inplace: () => void,
): void {
  const at = attributeAt(c, target.at, target.attr);
  compileExpression(c, target.value);
  c.emit(Op.COPY, 1, target.at);
  c.emitName(Op.LOAD_ATTR, target.attr, at);
  inplace();
  c.emit(Op.SWAP, 2, at);
  c.emitName(Op.STORE_ATTR, target.attr, at);
}

function augmentSubscript(
  c: Compiler,
  target: Extract<Expr, { kind: 'Subscript' }>,
  inplace: () => void,
): void {
  const { at } = target;
  compileExpression(c, target.value);
  if (isPlainSlice(c, target.index)) {
    compileBounds(c, target.index);
    for (let i = 0; i < 3; i++) c.emit(Op.COPY, 3, at);
    c.emit(Op.BINARY_SLICE, 0, at);
    inplace();
    for (const depth of [4, 3, 2]) c.emit(Op.SWAP, depth, at);
    return c.emit(Op.STORE_SLICE, 0, at);
  }
  compileExpression(c, target.index);
  for (let i = 0; i < 2; i++) c.emit(Op.COPY, 2, at);
  c.emit(Op.BINARY_SUBSCR, 0, at);
  inplace();
  c.emit(Op.SWAP, 3, at);
  c.emit(Op.SWAP, 2, at);
  c.emit(Op.STORE_SUBSCR, 0, at);
}
