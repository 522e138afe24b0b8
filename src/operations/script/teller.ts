/**
 * Tells operations one after the other as Python: statements for the script, and what Heaplab answered to each.
 *
 * What no statement can say (bare blocks, addresses, marks) becomes a comment. Where an operation that changes the heap cannot be
 * told at all, the script ends before it, as everything after it would be about another heap.
 */
import { spellOperation } from '../table.ts';
import type { Operation } from '../verb.ts';
import { Calls, callExpression, returnLine } from './calls.ts';
import { Classes } from './classes.ts';
import { Functions } from './functions.ts';
import { type InnerQuestion, tellLoop } from './loops.ts';
import { renamed } from './names.ts';
import { isOfPrograms, Programs } from './programs.ts';
import { forked, questionOf } from './questions.ts';
import {
  assignedNames,
  boundName,
  failingLines,
  indented,
  isRemark,
  mentionedIds,
  statementLines,
  Untellable,
} from './statements.ts';
import type { Applied, BareTraces, Told } from './told.ts';

const LONGEST_SHOWN = 100;
const GONE = /^object #-?\d+ does not exist$/;
/** What reading a slot of the script without an object raises. */
const NO_OBJECT = ['ValueError', 'PyObject is NULL'] as const;

export class Teller {
  readonly told: Told[] = [];
  readonly units: string[][] = [[]];
  readonly functions: Functions;
  readonly classes: Classes;
  readonly programs = new Programs();
  /** Why the rest is not told. */
  ended: string | undefined;
  readonly #calls: Calls;
  /** Objects that operations name by their ids. */
  readonly #wanted: ReadonlySet<number>;
  readonly #kept = new Set<number>();
  #uid = 0;

  /** @param operations all that will be told */
  constructor(operations: readonly Operation[]) {
    const apart = operations.some(isOfPrograms);
    this.functions = new Functions(apart);
    this.#calls = new Calls(this.functions);
    this.classes = new Classes(apart);
    this.#wanted = new Set(operations.flatMap(mentionedIds));
  }

  /** One more than the largest id under which the script keeps an object. */
  get highest(): number {
    return Math.max(0, ...this.#kept) + 1;
  }

  tell(applied: Applied): void {
    if (this.ended !== undefined) return;
    const operation = renamed(applied.operation);
    try {
      this.#tell(operation, applied);
      this.programs.follow(applied);
    } catch (error) {
      if (!(error instanceof Untellable)) throw error;
      this.ended = `${shown(operation)}: ${error.reason}`;
    }
  }

  /** Functions that have not returned end where the session stands. */
  finish(): void {
    if (this.programs.isPaused) this.ended ??= 'the program that waits for its next step';
    while (this.#calls.depth > 0) this.#say(this.#calls.leave());
  }

  #say(lines: readonly string[]): void {
    (this.#calls.body ?? this.units.at(-1))?.push(...lines);
  }

  #tell(operation: Operation, applied: Applied): void {
    const { error } = applied.result;
    const gone = error !== undefined && GONE.test(error.message);
    if (isOfPrograms(operation)) return this.#program(applied);
    if (this.programs.isPaused) return this.#say([pausedRemark(operation)]);
    if (!gone) this.#mustBeKept(operation);
    const uid = ++this.#uid;
    const questions =
      error === undefined ? this.#applied(operation, uid, applied) : this.#failed(operation, uid, gone);
    this.#note(operation, uid, applied);
    const { value } = applied.result;
    if (Array.isArray(value)) for (const one of questions) this.#noteInner(one, value, applied);
  }

  #program(applied: Applied): void {
    const answers = this.programs.advance(applied);
    if (answers === undefined) return;
    const uid = ++this.#uid;
    this.#say([`PERFORM[${answers.program}]`]);
    this.#state(uid);
    const { seq = null } = applied.result;
    const python = `program ${answers.program + 1}, ${this.programs.texts[answers.program]?.filename}`;
    this.told.push({ uid, seq, op: 'run', python, state: applied.state, ...answers });
  }

  /** An object that no operation has bound to a name cannot be named by its id. */
  #mustBeKept(operation: Operation): void {
    const unknown = mentionedIds(operation).find((id) => !this.#kept.has(id));
    if (unknown !== undefined) throw new Untellable(`no operation has bound #${unknown} to a name`);
  }

  #applied(operation: Operation, uid: number, { result }: Applied): readonly InnerQuestion[] {
    const questions = this.#statement(operation, uid);
    const name = boundName(operation);
    if (result.object !== undefined && name !== undefined) this.#keep(result.object, name, uid);
    if (!isRemark(operation) && !operation.op.startsWith('define_')) this.#state(uid);
    return questions;
  }

  #statement(operation: Operation, uid: number): readonly InnerQuestion[] {
    if (operation.op !== 'return') this.#calls.assigns(assignedNames(operation));
    switch (operation.op) {
      case 'define_class':
        this.classes.define(operation);
        return [];
      case 'define_function':
        this.functions.define(String(operation.as), (operation.params ?? []) as string[]);
        return [];
      case 'compile_unit':
        if (this.#calls.depth > 0) throw new Untellable('a function is one code object');
        this.units.push([]);
        return [];
      case 'call':
        this.#calls.enter(operation);
        return [];
      case 'return':
        this.#say(this.#calls.leave(operation));
        return [];
      default:
        return this.#plain(operation, uid);
    }
  }

  #plain(operation: Operation, uid: number): readonly InnerQuestion[] {
    const { lines, questions } = this.#linesOf(operation, uid);
    this.#say(lines);
    return questions;
  }

  #linesOf(operation: Operation, uid: number): ReturnType<typeof tellLoop> {
    if (operation.op === 'repeat') {
      const { classes, functions } = this;
      return tellLoop(operation, { classes, functions, nextUid: () => ++this.#uid });
    }
    return { lines: statementLines(this.classes.resolved(operation), uid, true), questions: [] };
  }

  #failed(operation: Operation, uid: number, gone: boolean): readonly InnerQuestion[] {
    const lines = gone || isRemark(operation) ? ['objects[0]'] : this.#failingLines(operation, uid);
    this.#calls.assigns([...assignedNames(operation), 'ERROR']);
    this.#say([
      'try:',
      ...indented(lines),
      'except BaseException as ERROR:',
      ...indented(forked('E', uid, 'raised', 'ERROR')),
    ]);
    this.#state(uid);
    return [];
  }

  #failingLines(operation: Operation, uid: number): readonly string[] {
    switch (operation.op) {
      case 'define_class':
        throw new Untellable('a class that was not defined');
      case 'return':
        if (this.#calls.depth === 0) throw new Untellable('there is nothing to return from');
        return [returnLine(operation)];
      case 'call':
        return [callExpression(this.#calls.called(operation), operation)];
      case 'repeat':
        if (hasBlocks(operation)) throw new Untellable('a loop that may have failed at a bare block');
        return this.#linesOf(operation, uid).lines;
      default:
        return failingLines(this.classes.resolved(operation));
    }
  }

  #keep(object: string, name: string, uid: number): void {
    const serial = Number(object.slice(1));
    this.#say([`LOG['I${uid}']; LOG[IDOF[${name}]]`]);
    if (serial <= 0 || !this.#wanted.has(serial)) return;
    this.#kept.add(serial);
    this.#say([`SLOTS[${serial}] = IDOF[${name}]`]);
  }

  #state(uid: number): void {
    this.#say([`LOG['S${uid}']; LOG[STATE.raw]`]);
  }

  #note(operation: Operation, uid: number, { result, state, bare, names }: Applied): void {
    const { error, printed, object } = result;
    const value = withoutBare(operation.op, result.value, bare);
    this.told.push({
      uid,
      seq: result.seq ?? null,
      op: operation.op,
      python: shown(operation),
      state,
      ...(object === undefined ? {} : { object }),
      ...(error === undefined ? this.#answered(operation, [value], names) : {}),
      ...(error === undefined ? {} : { error: told(operation, error) }),
      ...(printed === undefined ? {} : { printed }),
    });
  }

  #noteInner({ uid, operation, answers }: InnerQuestion, of: readonly unknown[], { names }: Applied): void {
    const said = { uid, seq: null, op: operation.op, python: shown(operation) };
    this.told.push({ ...said, ...this.#answered(operation, answers(of), names) });
  }

  #answered(
    operation: Operation,
    values: readonly unknown[],
    names: string | null,
  ): Pick<Told, 'values' | 'kind' | 'part'> {
    const question = questionOf(operation);
    if (question === undefined) return {};
    const { kind, part } = question;
    return {
      values: values.map((value) => comparable(operation.op, namesFirst(operation.op, value, names))),
      kind,
      ...(part === undefined ? {} : { part }),
    };
  }
}

function pausedRemark(operation: Operation): string {
  return `# ${shown(operation)}  (not told: asked while a program stood still)`;
}

/** A loop in which bare blocks come and go. */
function hasBlocks({ ops = [] }: Operation): boolean {
  return (ops as readonly Operation[]).some((one) => one.op.startsWith('mem.') || hasBlocks(one));
}

/** Answers as the script reads them: without the names of columns, and without what only its own process knows. */
const COMPARABLE: Readonly<Record<string, (value: never) => unknown>> = {
  'gc.get_stats': (value: readonly { collections: number; collected: number; uncollectable: number }[]) =>
    value.map((one) => [one.collections, one.collected, one.uncollectable]),
  'tracemalloc.get_traced_memory': ([bytes]: readonly number[]) => [bytes],
  'tracemalloc.take_snapshot': ({ blocks, bytes }: { blocks: number; bytes: number }) => [blocks, bytes],
  'tracemalloc.get_object_traceback': (frames: readonly { lineno: number }[] | null) =>
    frames?.at(-1)?.lineno ?? null,
};

/**
 * The dict of names is a script's own while no program runs, so that no script can say where it stands among the generations: of referrers
 * it comes first, and it is none of all objects.
 */
function namesFirst(op: string, value: unknown, names: string | null): unknown {
  if (names === null || (op !== 'gc.get_referrers' && op !== 'gc.get_objects')) return value;
  const ids = value as readonly string[];
  const others = ids.filter((id) => id !== names);
  return op === 'gc.get_referrers' && others.length < ids.length ? [names, ...others] : others;
}

function withoutBare(op: string, value: unknown, bare: BareTraces): unknown {
  return WITHOUT_BARE[op]?.(value as never, bare) ?? value;
}

const WITHOUT_BARE: Readonly<Record<string, (value: never, bare: BareTraces) => unknown>> = {
  'tracemalloc.get_traced_memory': ([bytes]: readonly [number], bare) => [bytes - bare.bytes],
  'tracemalloc.take_snapshot': ({ blocks, bytes }: BareTraces, bare) => ({
    blocks: blocks - bare.blocks,
    bytes: bytes - bare.bytes,
  }),
};

function comparable(op: string, value: unknown): unknown {
  return COMPARABLE[op]?.(value as never) ?? (op in COMPARABLE ? null : value);
}

function told(
  operation: Operation,
  { exception, message }: { exception: string; message: string },
): readonly [string, string] {
  return GONE.test(message) || isRemark(operation) ? NO_OBJECT : [exception, message];
}

function shown(operation: Operation): string {
  const text = spellOperation(operation).replaceAll('\n', '; ');
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}...` : text;
}
