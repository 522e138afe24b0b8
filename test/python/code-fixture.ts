/** Reads the code objects recorded from the real interpreters, and brings ours into the same form. */
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { CodeObject, ConstValue, OpName, PythonVersion } from '../../src/python/index.ts';
import { opName } from '../../src/python/index.ts';

const ROOT = new URL('..', import.meta.url);
const FOLDERS = ['python/sources', 'conformance/listings', 'conformance/programs'];

export type Encoded = readonly unknown[];
export type RecordedCode = {
  readonly name: string;
  readonly qualname: string | null;
  readonly header: readonly number[];
  readonly stackSize: number;
  readonly tables: readonly (readonly string[])[];
  readonly constants: readonly Encoded[];
  readonly events: readonly (readonly unknown[])[];
};

/** All programs by file name. */
export function programs(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const folder of FOLDERS) {
    for (const file of readdirSync(new URL(folder, ROOT))) {
      if (file.endsWith('.py')) found.set(file, readFileSync(new URL(`${folder}/${file}`, ROOT), 'utf8'));
    }
  }
  return found;
}

type Row = [string, string | null, ...unknown[]];

export function recordedCodes(python: PythonVersion): ReadonlyMap<string, readonly RecordedCode[] | null> {
  const bytes = readFileSync(new URL(`python/fixtures/code.${python}.json.gz`, ROOT));
  const files = JSON.parse(gunzipSync(bytes).toString()) as Record<string, Row[] | null>;
  return new Map(
    Object.entries(files).map(([file, rows]) => [file, rows === null ? null : rows.map(fromRow)]),
  );
}

function fromRow(row: Row): RecordedCode {
  const [name, qualname, ...rest] = row;
  return {
    name,
    qualname,
    header: rest.slice(0, 5) as number[],
    stackSize: rest[5] as number,
    tables: rest.slice(6, 10) as string[][],
    constants: (rest[10] as Encoded[]).map(sortedSets),
    events: rest[11] as RecordedCode['events'],
  };
}

/** Ours, numbered like the recorded ones. */
export function ourCodes(top: CodeObject): readonly RecordedCode[] {
  const codes = [top];
  const rows: RecordedCode[] = [];
  for (let code = codes[rows.length]; code !== undefined; code = codes[rows.length]) {
    rows.push({
      name: code.name,
      qualname: code.qualname,
      header: [code.firstLine, code.argCount, code.posOnlyCount, code.kwOnlyCount, code.flags],
      stackSize: code.coStackSize,
      tables: [code.names, code.varNames, code.cellVars, code.freeVars],
      constants: code.constants.map((constant) => encode(constant, codes)),
      events: eventsOf(code),
    });
  }
  return rows;
}

function encode(constant: ConstValue, codes: CodeObject[]): Encoded {
  switch (constant.type) {
    case 'code':
      return ['code', codes.push(constant.code) - 1];
    case 'tuple':
      return ['tuple', constant.items.map((item) => encode(item, codes))];
    case 'frozenset':
      return sortedSets(['frozenset', constant.items.map((item) => encode(item, codes))]);
    case 'str':
      return ['str', constant.value];
    case 'bytes':
      return ['bytes', Array.from(constant.value)];
    case 'complex':
      return ['complex', pythonFloat(constant.real), pythonFloat(constant.imag)];
    case 'float':
      return ['float', pythonFloat(constant.value)];
    case 'int':
      return ['int', String(constant.value)];
    case 'bool':
      return ['bool', constant.value ? 'True' : 'False'];
    case 'none':
      return ['NoneType', 'None'];
    case 'ellipsis':
      return ['ellipsis', 'Ellipsis'];
  }
}

function sortedSets(constant: Encoded): Encoded {
  const [type, items] = constant;
  if (type !== 'frozenset' || !Array.isArray(items)) return constant;
  return [type, items.map((item) => JSON.stringify(item)).toSorted()];
}

function pythonFloat(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

const KINDS: Partial<Record<OpName, string>> = {
  CALL: 'C',
  CALL_KW: 'C',
  CALL_FUNCTION_EX: 'C',
  LOAD_ATTR: 'A',
  LOAD_METHOD: 'A',
  LOAD_SUPER_ATTR: 'A',
  LOAD_SUPER_METHOD: 'A',
  STORE_ATTR: 'a',
  DELETE_ATTR: 'a',
  BINARY_SUBSCR: 'S',
  BINARY_SLICE: 'S',
  STORE_SUBSCR: 's',
  STORE_SLICE: 's',
  DELETE_SUBSCR: 's',
  COMPARE_OP: 'Q',
  CONTAINS_OP: 'Q',
  GET_ITER: 'I',
  IMPORT_NAME: 'M',
  IMPORT_FROM: 'm',
  FOR_ITER: 'F',
  YIELD_VALUE: 'Y',
  RAISE_VARARGS: 'R',
  MAKE_FUNCTION: 'D',
  LOAD_GLOBAL: 'G',
  LOAD_NAME: 'G',
  BUILD_LIST: 'L',
  BUILD_MAP: 'K',
  BUILD_SET: 'T',
  UNPACK_SEQUENCE: 'U',
  UNPACK_EX: 'U',
  BUILD_STRING: 'J',
  BINARY_OP: 'B',
  INPLACE_OP: 'B',
};

/** Kind, line, end line, column and end column of each instruction that can run Python code. */
function eventsOf(code: CodeObject): readonly (readonly unknown[])[] {
  const events: unknown[][] = [];
  for (let i = 0; i * 2 < code.instructions.length; i++) {
    const kind = KINDS[opName(code.instructions[i * 2] ?? 0)];
    if (kind !== undefined) events.push([kind, ...code.positions.slice(i * 4, i * 4 + 4)]);
  }
  return events;
}
