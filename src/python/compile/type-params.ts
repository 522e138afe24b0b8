/**
 * Type parameters and type aliases (PEP 695; compile.c:compiler_type_params, compiler_typealias). What is generic is made by a function
 * that is called at once: its locals are the type parameters. A bound, a default and the value of an alias are functions that run later.
 */
import { NONE, strConst } from '../constant.ts';
import type { Expr, Span } from '../parse/ast-expressions.ts';
import type { Lazy, TypeAlias, TypeParam } from '../parse/ast-statements.ts';
import type { Compiler } from './compiler.ts';
import { compileExpression } from './expressions.ts';
import { INTRINSIC_1, INTRINSIC_2, Op } from './opcodes.ts';

interface Generic {
  readonly name: string;
  readonly at: Span;
  readonly typeParams: readonly TypeParam[];
}

/** Begins the call of the function that makes something generic; what is returned ends that function and calls it. */
export function beginGenericCall(c: Compiler, at: Span): (given: number) => void {
  const early = c.profile.nullBeforeCallable ? 1 : 0;
  if (early > 0) c.unit.emit(Op.NOP, 0, at, early);
  return (given) => {
    c.emit(Op.RETURN_VALUE, 0, at);
    const code = c.leave();
    // The arguments are on the stack already; the first takes the place of self.
    if (given > 1) c.emit(Op.SWAP, given, at);
    c.makeClosure(code, 0, at);
    if (given > 0) c.emit(Op.SWAP, given + 1, at);
    else c.unit.emit(Op.PUSH_NULL, 0, at, -early);
    c.unit.emit(Op.CALL, Math.max(0, given - 1), at, given > 0 ? -early : 0);
  };
}

/** Its unit, and the tuple of the type parameters on its stack; `first` comes before them. */
export function enterTypeParams(
  c: Compiler,
  node: Generic,
  {
    firstLine,
    given,
    first,
  }: { readonly firstLine: number; readonly given: number; readonly first?: () => void },
): void {
  const unit = c.enter(node.typeParams, { name: `<generic parameters of ${node.name}>`, firstLine });
  unit.argCount = given;
  first?.();
  let hasDefault = false;
  for (const param of node.typeParams) {
    typeParam(c, param);
    if (param.default !== null) hasDefault = true;
    else if (hasDefault)
      c.fail(`non-default type parameter '${param.name}' follows default type parameter`, param.at);
    c.emit(Op.COPY, 1, param.at);
    c.name(param.name, 'store', param.at);
  }
  c.emit(Op.BUILD_TUPLE, node.typeParams.length, (node.typeParams[0] as TypeParam).at);
}

const PLAIN = {
  TypeVar: INTRINSIC_1.TYPEVAR,
  ParamSpec: INTRINSIC_1.PARAMSPEC,
  TypeVarTuple: INTRINSIC_1.TYPEVARTUPLE,
} as const;

function typeParam(c: Compiler, param: TypeParam): void {
  const { kind, name, bound, at } = param;
  c.loadConst(strConst(name), at);
  if (bound === null) c.emit(Op.CALL_INTRINSIC_1, PLAIN[kind], at);
  else {
    lazily(c, param, bound);
    const several = bound.value.kind === 'Tuple';
    c.emit(
      Op.CALL_INTRINSIC_2,
      several ? INTRINSIC_2.TYPEVAR_WITH_CONSTRAINTS : INTRINSIC_2.TYPEVAR_WITH_BOUND,
      at,
    );
  }
  if (param.default === null) return;
  lazily(c, param, param.default);
  c.emit(Op.CALL_INTRINSIC_2, INTRINSIC_2.SET_TYPEPARAM_DEFAULT, at);
}

function lazily(c: Compiler, { name, at }: TypeParam, one: Lazy): void {
  laterValue(c, { key: one, name, value: one.value, at: c.profile.boundsHavePlaces ? one.value.at : at });
}

interface Later {
  readonly key: object;
  readonly name: string;
  readonly value: Expr;
  readonly at: Span;
  /** What its constants begin with. */
  readonly before?: () => void;
}

/** A function of no arguments that answers the value. */
function laterValue(c: Compiler, { key, name, value, at, before }: Later): void {
  c.enter(key, { name, firstLine: at.line });
  before?.();
  compileUnpacked(c, value);
  c.emit(Op.RETURN_VALUE, 0, at);
  c.unit.constants.add(NONE);
  c.makeClosure(c.leave(), 0, at);
}

/** What is starred gives the one thing that it unpacks to. */
export function compileUnpacked(c: Compiler, node: Expr): void {
  if (node.kind !== 'Starred') return compileExpression(c, node);
  compileExpression(c, node.value);
  c.emit(Op.UNPACK_SEQUENCE, 1, node.at);
}

export function compileTypeAlias(c: Compiler, node: TypeAlias): void {
  const { at, typeParams } = node;
  const name = node.name.id;
  const load = (): void => c.loadConst(strConst(name), at);
  if (typeParams.length === 0) {
    load();
    c.loadNone(at);
    alias(c, node);
  } else {
    const call = beginGenericCall(c, at);
    enterTypeParams(c, { name, at, typeParams }, { firstLine: at.line, given: 0, first: load });
    alias(c, node);
    call(0);
  }
  c.name(name, 'store', at);
}

/** Of its name, its type parameters and its value. */
function alias(c: Compiler, node: TypeAlias): void {
  const { at, value } = node;
  const before = (): void => {
    c.unit.constants.add(NONE);
  };
  laterValue(c, { key: node, name: node.name.id, value, at, before });
  c.emit(Op.BUILD_TUPLE, 3, at);
  c.emit(Op.CALL_INTRINSIC_1, INTRINSIC_1.TYPEALIAS, at);
}
