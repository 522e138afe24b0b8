/**
 * The rooms and doors of src/ (ARCHITECTURE.md), as a table and as the judge of trespasses.
 *
 * A room is a folder of src/; `main` is the files directly in src/. From another room a file may import only its door,
 * `index.ts`; within a room it imports the file itself. Rooms import downwards only, as `ROOMS` says.
 */
import { importsOf, tokenize } from './imports.ts';

export interface Room {
  /** Rooms whose doors this one may open. */
  readonly uses: readonly string[];
  /** Rooms from which it may take types, and nothing that exists when the program runs. */
  readonly usesTypesOf?: readonly string[];
  /** A pure room computes: no I/O, no clock, no randomness, no async. */
  readonly pure?: boolean;
  /** The npm packages of a pure room (a trailing * stands for the rest of the name); other rooms may use any. */
  readonly packages?: readonly string[];
}

const PURE_ROOMS = ['contract', 'heap', 'objects', 'python', 'operations', 'grading'];

export const ROOMS: Readonly<Record<string, Room>> = {
  contract: { uses: [], pure: true, packages: ['zod'] },
  heap: { uses: [], pure: true },
  objects: { uses: ['heap'], pure: true },
  python: { uses: ['objects', 'heap'], pure: true, packages: ['@lezer/*'] },
  operations: { uses: ['contract', 'python', 'objects', 'heap'], pure: true, packages: ['zod'] },
  grading: { uses: ['operations', 'contract', 'python', 'objects', 'heap'], pure: true },
  session: { uses: ['operations', 'python', 'objects', 'heap', 'contract'] },
  journal: { uses: ['session', 'contract'], usesTypesOf: ['heap'] },
  http: { uses: ['session', 'grading', 'operations', 'contract'], usesTypesOf: ['objects', 'heap'] },
  ws: { uses: ['session', 'operations', 'contract'], usesTypesOf: ['objects', 'heap'] },
  cli: { uses: [...PURE_ROOMS, 'session', 'journal', 'http', 'ws', 'main'] },
  web: { uses: PURE_ROOMS },
  main: { uses: [...PURE_ROOMS, 'session', 'journal', 'http', 'ws', 'web'] },
};

/** The files of main that the command line tools may start. */
const MAIN_DOORS = ['server.ts', 'config.ts', 'thread-with-room.ts', 'character-names.ts'];
const NAMELESS = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'misc']);
const MAX_LINES = 400;

/** Source files by their path inside src/: `heap/pymalloc/pool.ts`. */
export type Sources = ReadonlyMap<string, string>;

/** Every broken rule, a sentence each; none when the code stands as drawn. */
export function trespasses(sources: Sources): string[] {
  const found: string[] = [];
  for (const [path, source] of sources) {
    found.push(...misnamed(path), ...tooLong(path, source), ...waiting(path, source));
    for (const { specifier, typeOnly } of importsOf(source)) {
      const complaint = judgeImport(path, specifier, typeOnly);
      if (complaint !== undefined) found.push(`${path}: ${complaint}`);
    }
  }
  return [...found, ...cycles(sources)];
}

function judgeImport(path: string, specifier: string | null, typeOnly: boolean): string | undefined {
  const from = roomOf(path);
  const room = ROOMS[from];
  if (room === undefined) return `${from} is not a room`;
  if (specifier === null) return room.pure ? 'imports what it computes at run time' : undefined;
  if (!specifier.startsWith('.')) return judgePackage(from, room, specifier);
  const target = resolve(path, specifier);
  if (target.startsWith('..')) return room.pure ? `imports ${specifier}, outside of src` : undefined;
  const to = roomOf(target);
  if (to === from)
    return target.endsWith('/index.ts') && isDoor(target) ? `imports its own door (${specifier})` : undefined;
  const open = room.uses.includes(to) || (typeOnly && room.usesTypesOf?.includes(to) === true);
  if (!open)
    return room.usesTypesOf?.includes(to) ? `may import only types from ${to}` : `may not import ${to}`;
  return isDoor(target) ? undefined : `reaches past the door of ${to} (${specifier})`;
}

function judgePackage(name: string, room: Room, specifier: string): string | undefined {
  if (!room.pure) return undefined;
  if (specifier.startsWith('node:')) return `${name} is pure and may not import ${specifier}`;
  const allowed = (room.packages ?? []).some((entry) =>
    entry.endsWith('*') ? specifier.startsWith(entry.slice(0, -1)) : specifier === entry,
  );
  return allowed ? undefined : `${name} may not import the package ${specifier}`;
}

function misnamed(path: string): string[] {
  if (path === 'index.ts') return ['index.ts: a barrel above the rooms'];
  // A folder of Python's own types has a subject; a file of our types has none.
  const nameless =
    path.endsWith('/types.ts') || path.split('/').some((part) => NAMELESS.has(part.replace(/\.tsx?$/, '')));
  return nameless ? [`${path}: a thing without a better name is not yet understood`] : [];
}

function tooLong(path: string, source: string): string[] {
  // A module in Python is as long as the module is; the file around its text holds nothing else.
  if (path.startsWith('python/lib/')) return [];
  const lines = source.replace(/\n$/, '').split('\n').length;
  return lines > MAX_LINES ? [`${path}: ${lines} lines, and ${MAX_LINES} are the most`] : [];
}

/** `async` and `await` start at session. */
function waiting(path: string, source: string): string[] {
  if (!ROOMS[roomOf(path)]?.pure) return [];
  const tokens = tokenize(source);
  const word = tokens.find((token, index) => {
    if (token.kind !== 'word' || tokens[index - 1]?.text === '.' || tokens[index + 1]?.text === ':')
      return false;
    const next = tokens[index + 1];
    if (token.text === 'async')
      return next?.text === 'function' || next?.text === '(' || next?.kind === 'word';
    if (token.text === 'await') return next?.kind === 'word' || next?.text === '(';
    return token.text === 'Promise';
  });
  return word === undefined ? [] : [`${path}: a pure room does not wait (${word.text})`];
}

/** Rooms whose subject refers to itself: a grammar, and values that hold values. Their files may call each other in circles. */
const RECURSIVE_ROOMS = ['python/', 'objects/'];

/** One sentence for each circle of files that need each other when the program runs; types alone make none. */
function cycles(sources: Sources): string[] {
  const graph = new Map<string, string[]>();
  for (const [path, source] of sources) {
    if (RECURSIVE_ROOMS.some((room) => path.startsWith(room))) continue;
    const relative = importsOf(source).flatMap(({ specifier, typeOnly }) =>
      specifier?.startsWith('.') && !typeOnly ? [specifier] : [],
    );
    graph.set(
      path,
      relative.map((specifier) => resolve(path, specifier)).filter((target) => sources.has(target)),
    );
  }
  return circlesOf(graph).map((circle) => `import cycle: ${[...circle, circle[0]].join(' -> ')}`);
}

/** Depth-first walk with its own stack; a file met again while it is still open closes a circle. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  for (const start of graph.keys()) {
    const open: string[] = [];
    const left: string[][] = [];
    const enter = (path: string): void => {
      open.push(path);
      left.push([...(graph.get(path) ?? [])]);
    };
    if (!done.has(start)) enter(start);
    while (open.length > 0) {
      const next = left.at(-1)?.shift();
      if (next === undefined) {
        done.add(open.pop() as string);
        left.pop();
      } else if (open.includes(next)) circles.push(open.slice(open.indexOf(next)));
      else if (!done.has(next)) enter(next);
    }
  }
  return circles;
}

function roomOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : 'main';
}

function isDoor(path: string): boolean {
  const inside = path.split('/');
  return inside.length === 1 ? MAIN_DOORS.includes(path) : inside.length === 2 && inside[1] === 'index.ts';
}

/** The path inside src/ that a relative specifier means; it starts with `..` when that is outside. */
function resolve(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
