/**
 * A code object as text, one instruction a line, for tests and for users:
 *
 *   <module> (example.py, line 1)
 *      1   0 RESUME             0
 *          1 LOAD_NAME          0 (print)
 */
import type { ConstValue } from '../constant.ts';
import type { CodeObject } from './code-object.ts';
import { BINARY_OPERATORS, COMPARE_OPERATORS, isJump, Op, opName } from './opcodes.ts';

export function disassemble(code: CodeObject): string {
  const blocks: string[] = [];
  const waiting: CodeObject[] = [code];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    blocks.push(disassembleOne(next));
    for (const constant of [...next.constants].toReversed())
      if (constant.type === 'code') waiting.push(constant.code);
  }
  return blocks.join('\n');
}

function disassembleOne(code: CodeObject): string {
  const lines = [`${code.qualname} (${code.filename}, line ${code.firstLine})`];
  let lastLine = -1;
  for (let i = 0; i * 2 < code.instructions.length; i++) {
    const line = code.positions[i * 4] ?? 0;
    const shown = line === lastLine ? '' : String(line);
    lastLine = line;
    lines.push(`${shown.padStart(5)} ${String(i).padStart(4)} ${instruction(code, i)}`.trimEnd());
  }
  for (const { start, end, target, depth, lasti } of code.exceptionTable) {
    lines.push(`      ${start} to ${end - 1} -> ${target} [${depth}]${lasti ? ' lasti' : ''}`);
  }
  return `${lines.join('\n')}\n`;
}

function instruction(code: CodeObject, index: number): string {
  const op = code.instructions[index * 2] ?? 0;
  const arg = code.instructions[index * 2 + 1] ?? 0;
  const meaning = explain(code, op, arg);
  return `${opName(op).padEnd(24)} ${arg}${meaning === '' ? '' : ` (${meaning})`}`;
}

const NAME_OPS = /^(LOAD|STORE|DELETE)_(NAME|GLOBAL|ATTR|METHOD)$|^IMPORT_(NAME|FROM)$/;

function explain(code: CodeObject, op: number, arg: number): string {
  const name = opName(op);
  if (isJump(op)) return `to ${arg}`;
  if (op === Op.LOAD_CONST) return showConstant(code.constants[arg]);
  if (name.includes('_FAST')) return code.varNames[arg] ?? '';
  if (NAME_OPS.test(name)) return code.names[arg] ?? '';
  if (name.startsWith('LOAD_SUPER')) return code.names[arg >> 1] ?? '';
  if (/DEREF|CLOSURE|CELL/.test(name))
    return code.cellVars[arg] ?? code.freeVars[arg - code.cellVars.length] ?? '';
  if (op === Op.BINARY_OP) return BINARY_OPERATORS[arg] ?? '';
  if (op === Op.INPLACE_OP) return `${BINARY_OPERATORS[arg] ?? ''}=`;
  return op === Op.COMPARE_OP ? (COMPARE_OPERATORS[arg] ?? '') : '';
}

export function showConstant(constant: ConstValue | undefined): string {
  switch (constant?.type) {
    case undefined:
      return '';
    case 'none':
      return 'None';
    case 'ellipsis':
      return 'Ellipsis';
    case 'bool':
      return constant.value ? 'True' : 'False';
    case 'int':
      return String(constant.value);
    case 'float':
      return Number.isInteger(constant.value) ? constant.value.toFixed(1) : String(constant.value);
    case 'complex':
      return `${constant.real}+${constant.imag}j`;
    case 'str':
      return JSON.stringify(constant.value);
    case 'bytes':
      return `b${JSON.stringify(String.fromCharCode(...constant.value))}`;
    case 'tuple':
      return `(${constant.items.map(showConstant).join(', ')}${constant.items.length === 1 ? ',' : ''})`;
    case 'frozenset':
      return `frozenset({${constant.items.map(showConstant).join(', ')}})`;
    case 'code':
      return `<code ${constant.code.qualname}>`;
  }
}
