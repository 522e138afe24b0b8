/** `import` and `from ... import` (compile.c:compiler_import, compiler_from_import). */
import { intConst, NONE, strConst, tupleConst } from '../constant.ts';
import type { Alias, Import, ImportFrom } from '../parse/ast-statements.ts';
import type { Compiler } from './compiler.ts';
import { Op } from './opcodes.ts';

export function compileImport(c: Compiler, node: Import): void {
  const { at } = node;
  for (const alias of node.names) {
    c.loadConst(intConst(0), at);
    c.loadConst(NONE, at);
    c.emit(Op.IMPORT_NAME, c.unit.names.add(alias.name), at);
    if (alias.asname !== null) importAs(c, alias, node);
    else c.name(alias.name.split('.')[0] ?? alias.name, 'store', at);
  }
}

/** `import a.b.c as d` walks down from the top package. */
function importAs(c: Compiler, alias: Alias, node: Import): void {
  const { at } = node;
  const [, ...attributes] = alias.name.split('.');
  for (const [i, attribute] of attributes.entries()) {
    c.emit(Op.IMPORT_FROM, c.unit.names.add(attribute), at);
    if (i === attributes.length - 1) break;
    c.emit(Op.SWAP, 2, at);
    c.emit(Op.POP_TOP, 0, at);
  }
  c.name(alias.asname ?? '', 'store', at);
  if (attributes.length > 0) c.emit(Op.POP_TOP, 0, at);
}

export function compileImportFrom(c: Compiler, node: ImportFrom): void {
  const { at } = node;
  c.loadConst(intConst(node.level), at);
  c.loadConst(tupleConst(node.names.map((alias) => strConst(alias.name))), at);
  c.emit(Op.IMPORT_NAME, c.unit.names.add(node.module ?? ''), at);
  if (node.names[0]?.name === '*') return c.emit(Op.IMPORT_STAR, 0, at);
  for (const alias of node.names) {
    c.emit(Op.IMPORT_FROM, c.unit.names.add(alias.name), at);
    c.name(alias.asname ?? alias.name, 'store', at);
  }
  c.emit(Op.POP_TOP, 0, at);
}
