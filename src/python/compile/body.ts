/** Sequences of statements: blocks, and the bodies of modules and classes. */
import { strConst } from '../constant.ts';
import type { Span } from '../parse/ast-expressions.ts';
import type { Stmt } from '../parse/ast-statements.ts';
import type { Compiler } from './compiler.ts';
import { cleanDocstring, docstringOf } from './docstring.ts';
import { Op } from './opcodes.ts';

export function compileBody(c: Compiler, body: readonly Stmt[]): void {
  for (const statement of body) c.visit.statement(c, statement);
}

/** A module or class body: annotations need their dictionary, a docstring is stored as `__doc__`. */
/** @param head where a class begins */
export function compileModuleBody(c: Compiler, body: readonly Stmt[], head?: Span): void {
  const first = body[0];
  if (first === undefined) return;
  if (body.some(declaresAnnotation)) c.emit(Op.SETUP_ANNOTATIONS, 0, head ?? first.at);
  const docstring = c.unit.interactive ? null : docstringOf(body);
  if (docstring === null) return compileBody(c, body);
  c.unit.docstring = docstring;
  const text = c.profile.cleanDocstring ? cleanDocstring(docstring) : docstring;
  c.loadConst(strConst(text), first.at, text === docstring ? 'whole' : 'nothing');
  c.name('__doc__', 'store', first.at);
  compileBody(c, body.slice(1));
}

/** Whether a statement annotates a name, also within compound statements (compile.c:find_ann). */
export function declaresAnnotation(node: Stmt): boolean {
  switch (node.kind) {
    case 'AnnAssign':
      return true;
    case 'For':
    case 'While':
    case 'If':
      return [...node.body, ...node.orelse].some(declaresAnnotation);
    case 'With':
      return node.body.some(declaresAnnotation);
    case 'Try':
      return [
        ...node.body,
        ...node.orelse,
        ...node.finalbody,
        ...node.handlers.flatMap((handler) => handler.body),
      ].some(declaresAnnotation);
    case 'Match':
      return node.cases.some((arm) => arm.body.some(declaresAnnotation));
    default:
      return false;
  }
}
