/**
 * Code objects as the evaluator runs them: the front end's code, its constants as objects, and what running leaves behind in it.
 *
 *   slots of a frame   | varNames | cellVars | freeVars | value stack ... |
 *
 * Constants existed before the program began, so they come from outside; equal descriptors are one object (constant.ts).
 * A code object is a PythonFunction to the objects room: up to 3.10 it keeps the block of its last frame (co_zombieframe).
 */
import { A, B, type Heap, IMMORTAL, REFCNT } from '../../../heap/index.ts';
import {
  freeKeptFrame,
  ints,
  type namePlaces,
  newComplex,
  newFloat,
  newInt,
  type Process,
  type PythonFunction,
  sets,
  strings,
} from '../../../objects/index.ts';
import { CodeFlag, type CodeObject } from '../../compile/code-object.ts';
import type { Compiled } from '../../compile/compile.ts';
import { Op } from '../../compile/opcodes.ts';
import { type ConstValue, isInternedConstant } from '../../constant.ts';
import type { InitSite } from '../calls/init-calls.ts';
import { packCode } from '../instructions/packed-code.ts';
import type { Site } from '../instructions/quick-attributes.ts';
import { type CodeBlocks, CodeMemory, type CodeRules, freeCode } from './code-memory.ts';
import { internNames, newInterned } from './code-names.ts';
import type { Frame } from './frame.ts';
import type { SyntaxTree } from './syntax-tree.ts';

const UNSEEN = /(?:\/python3\.\d+\/io\.py|^<frozen io>)$/;

export interface CodeRuntime extends PythonFunction {
  readonly code: CodeObject;
  /** The code object on the heap. */
  readonly ref: number;
  /** Pairs (op, arg). */
  readonly ops: Int32Array;
  /** The same as the loop reads it (packed-code.ts). */
  readonly packed: readonly number[];
  readonly consts: readonly number[];
  /** The strs of `names`, 0 until each is needed. */
  readonly nameRefs: Int32Array;
  /** Which of `names` are none of the module's (name-places.ts). */
  readonly absences: namePlaces.Absences;
  /** For each instruction that looks a name up: where it was (name-places.ts). */
  readonly hints: Int32Array;
  /** For each instruction that reads or stores an attribute: what the class says about it (quick-attributes.ts). */
  readonly sites: (Site | undefined)[];
  /** For each instruction that calls a class: what it was specialised for (init-calls.ts). */
  readonly initSites: Map<number, InitSite>;
  /** Takes its arguments by place alone, into its first slots: a call of it need not look at keywords or rests. */
  readonly isPlain: boolean;
  /** How many those are, -1 where it is not plain. */
  readonly plainCount: number;
  readonly localCount: number;
  /** First slot of the value stack. */
  readonly stackBase: number;
  readonly slotCount: number;
  /** The first RESUME: what runs before it prepares the frame, which nobody sees yet (_PyFrame_IsIncomplete). */
  readonly firstTraceable: number;
  /** Of a module that is C code in CPython: its frames are nobody's. */
  readonly isUnseen: boolean;
  /** How often it must begin or jump back until its instructions can be specialised (warmth.ts). */
  untilWarm: number;
  /** The tuples of its names and constants, where the program sees them come and go (compiler-containers.ts); owned. */
  tuples: readonly number[];
  /** Its memory, where it was compiled while the program ran (code-memory.ts). */
  blocks: CodeBlocks | null;
  /** co_consts as the program sees it, which borrows its items while the code lives; owned, 0 before somebody asks. */
  constsTuple: number;
  /** How often each instruction ran, as far as specialisation cares. */
  warm: Uint8Array | null;
  /** How often it ran, as far as that matters, and how large its caches are (opcache.ts). */
  runs: number;
  cacheBytes: number;
  /** A frame that has ended and is free for the next call; its `back` is another one. */
  spareFrame: Frame | null;
  /** Its frame was made an object once (3.11+). */
  readonly id: number;
}

/** What loading code takes from its compilation: constants that the syntax tree holds, and the tuples of each code object. */
interface Made {
  readonly inTree: Compiled['inTree'];
  readonly tuplesOf: ReadonlyMap<CodeObject, readonly number[]>;
  /** Of code that is compiled while the program runs. */
  readonly memory: CodeMemory | null;
}

const NONE: readonly number[] = [];
const NO_TUPLES: Made['tuplesOf'] = new Map();

/** A code object that only its maker holds. */
const CODE_REFERENCES = 1;

export class CodeTable {
  readonly #process: Process;
  readonly #codeType: Parameters<Heap['newOutside']>[0];
  readonly #rules: CodeRules;
  readonly all: CodeRuntime[] = [];
  /** Of the main program, while it runs. */
  tree: SyntaxTree | null = null;
  readonly #bySerial = new Map<number, CodeRuntime>();
  readonly #constants = new Map<ConstValue, number>();
  /** By their objects: the tuples of constants that code objects share. */
  readonly #lists = new Set<string>();
  /** While code is loaded that was compiled just now. */
  #making: Made | null = null;

  constructor(process: Process, codeType: Parameters<Heap['newOutside']>[0], rules: CodeRules) {
    this.#process = process;
    this.#codeType = codeType;
    this.#rules = rules;
  }

  /** The running form of code whose source has just been read: the syntax tree lives on while it runs and holds its constants. */
  loadParsed(
    { code, inTree }: Pick<Compiled, 'code' | 'inTree'>,
    tuplesOf: Made['tuplesOf'] | null = null,
  ): CodeRuntime {
    const memory = tuplesOf === null ? null : new CodeMemory(this.#process, this.#rules);
    this.#making = { inTree, tuplesOf: tuplesOf ?? NO_TUPLES, memory };
    const runtime = this.load(code);
    this.#making = null;
    return runtime;
  }

  /** The code has run: the tree goes (_PyArena_Free). */
  forgetTree(inTree: Compiled['inTree']): void {
    for (const [value, times] of inTree) {
      const ref = this.#constants.get(value);
      if (ref === undefined) continue;
      for (let left = times; left > 0; left--) this.#process.heap.decref(ref);
    }
  }

  /** The running form of a code object; its nested code objects become constants on the way. */
  load(code: CodeObject): CodeRuntime {
    const { heap } = this.#process;
    const ref = heap.newOutside(this.#codeType, 1);
    const localCount = code.varNames.length;
    const stackBase = localCount + code.cellVars.length + code.freeVars.length;
    const rests = CodeFlag.VARARGS | CodeFlag.VARKEYWORDS;
    const isPlain = (code.flags & rests) === 0 && code.kwOnlyCount === 0;
    const runtime: CodeRuntime = {
      name: code.name,
      parameters: code.varNames,
      keptFrame: 0,
      code,
      ref,
      ops: code.instructions,
      packed: packCode(code),
      consts: this.#listed(code.constants),
      nameRefs: new Int32Array(code.names.length),
      absences: {
        dicts: new Int32Array(code.names.length),
        since: new Int32Array(code.names.length),
      },
      hints: new Int32Array(code.instructions.length / 2),
      sites: [],
      initSites: new Map(),
      isPlain,
      plainCount: isPlain ? code.argCount : -1,
      localCount,
      stackBase,
      slotCount: stackBase + code.stackSize + 2,
      firstTraceable: firstResume(code),
      isUnseen: UNSEEN.test(code.filename),
      untilWarm: this.#rules.coldBeginnings,
      warm: null,
      runs: 0,
      cacheBytes: 0,
      spareFrame: null,
      tuples: this.#tuplesOf(code),
      blocks: this.#making?.memory?.allocate(code) ?? null,
      constsTuple: 0,
      id: this.all.length,
    };
    if (this.#making !== null || this.#process.profile.immortal.interned === 'names')
      internNames(this.#process, code);
    heap.setPayload(ref, runtime.id);
    this.all.push(runtime);
    this.#bySerial.set(heap.serialOf(ref), runtime);
    return runtime;
  }

  ofObject(ref: number): CodeRuntime {
    return this.#bySerial.get(this.#process.heap.serialOf(ref)) as CodeRuntime;
  }

  isCode(ref: number): boolean {
    return this.#bySerial.has(this.#process.heap.serialOf(ref));
  }

  /** co_consts, borrowed; of equal ones in one compilation there is one tuple, which holds each constant once (merge_const_one). */
  #listed(constants: readonly ConstValue[]): number[] {
    const refs = constants.map((one) => this.constant(one));
    const key = refs.join();
    if (this.#lists.has(key)) return refs;
    this.#lists.add(key);
    // The tuple takes over what nested code objects are made with.
    for (const ref of refs) if (!this.isCode(ref)) this.#process.heap.incref(ref);
    return refs;
  }

  /** New references to what its compilation left for the code. */
  #tuplesOf(code: CodeObject): readonly number[] {
    const tuples = this.#making?.tuplesOf.get(code) ?? NONE;
    for (const ref of tuples) this.#process.heap.incref(ref);
    return tuples;
  }

  /** Its maker lets go of code that was compiled while the program ran, with what is defined in it: it lives while a function holds it. */
  release(runtime: CodeRuntime): void {
    const { heap } = this.#process;
    if ((heap.words[runtime.ref + REFCNT] as number) === CODE_REFERENCES) this.#releaseConstants(runtime);
    heap.decref(runtime.ref);
  }

  #releaseConstants(runtime: CodeRuntime): void {
    const { heap } = this.#process;
    const key = runtime.consts.join();
    if (!this.#lists.delete(key)) return;
    this.#keepForTuple(runtime);
    for (const ref of runtime.consts) {
      const nested = this.#bySerial.get(heap.serialOf(ref));
      if (nested === undefined) heap.decref(ref);
      else this.release(nested);
    }
  }

  /** Code that was compiled with the one that is gone goes unless a function holds it. */
  #releaseNested(runtime: CodeRuntime): void {
    if (!this.#lists.delete(runtime.consts.join())) return;
    this.#keepForTuple(runtime);
    for (const ref of runtime.consts) {
      const nested = this.#bySerial.get(this.#process.heap.serialOf(ref));
      if (nested !== undefined) this.release(nested);
    }
  }

  /** The tuple that the program sees outlives the code's own references. */
  #keepForTuple({ constsTuple, consts }: CodeRuntime): void {
    if (constsTuple !== 0) for (const ref of consts) this.#process.heap.incref(ref);
  }

  /** Nobody holds a code object any more (code_dealloc). Constants that code in it may still run with stay. */
  died(ref: number): void {
    const runtime = this.#bySerial.get(this.#process.heap.serialOf(ref));
    if (runtime === undefined) return;
    const { heap } = this.#process;
    const { tuples } = runtime;
    runtime.tuples = NONE;
    runtime.isGone = true;
    this.#releaseNested(runtime);
    for (const tuple of tuples) heap.decref(tuple);
    if (runtime.constsTuple !== 0) heap.decref(runtime.constsTuple);
    runtime.constsTuple = 0;
    if (runtime.blocks !== null) freeCode(heap, runtime.blocks);
    runtime.blocks = null;
    freeKeptFrame(this.#process, runtime);
  }

  /** Borrowed, where it has been made. */
  known(value: ConstValue): number | undefined {
    return this.#constants.get(value);
  }

  /** Borrowed object of a constant. What is made for it is held by nobody yet but the syntax tree. */
  constant(value: ConstValue): number {
    const known = this.#constants.get(value);
    if (known !== undefined) return known;
    const made = this.#make(value);
    this.#constants.set(value, made);
    for (let times = this.#making?.inTree.get(value) ?? 0; times > 0; times--)
      this.#process.heap.incref(made);
    return made;
  }

  /** What is compiled while the program runs takes memory. */
  get #allocates(): boolean {
    return this.#making !== null && this.#making.memory !== null;
  }

  #unheld(ref: number): number {
    this.#process.heap.words[ref + REFCNT] = 0;
    return ref;
  }

  #make(value: ConstValue): number {
    const process = this.#process;
    const { heap, types } = process;
    switch (value.type) {
      case 'none':
        return process.none;
      case 'ellipsis':
        return process.shared.named('Ellipsis', types.atoms.ellipsis);
      case 'bool':
        return process.bool(value.value);
      case 'int': {
        const int = ints.toPyInt(value.value);
        if (typeof int === 'number' && int >= -5 && int <= 256) return process.smallInt(int);
        if (this.#allocates) return this.#unheld(newInt(process, int));
        const ref = heap.newOutside(types.atoms.int, 0);
        if (typeof int === 'number') heap.setNumber(ref, int);
        else heap.setPayload(ref, int);
        return ref;
      }
      case 'float': {
        if (this.#allocates) return this.#unheld(newFloat(process, value.value));
        const ref = heap.newOutside(types.float, 0);
        heap.setNumber(ref, value.value);
        return ref;
      }
      case 'complex': {
        if (this.#allocates) return this.#unheld(newComplex(process, { re: value.real, im: value.imag }));
        const ref = heap.newOutside(types.atoms.complex, 0);
        heap.setPayload(ref, { re: value.real, im: value.imag });
        return ref;
      }
      case 'str':
        return this.#str(value.value);
      case 'bytes': {
        const shared = process.sharedBytes(value.value);
        if (shared !== 0) return shared;
        if (this.#allocates) return this.#unheld(strings.newFreshBytes(process, value.value));
        const ref = heap.newOutside(types.atoms.bytes, 0);
        heap.setPayload(ref, value.value);
        return ref;
      }
      case 'tuple':
        return this.#tuple(value.items);
      case 'frozenset':
        return this.#frozenset(value.items);
      case 'code':
        return this.load(value.code).ref;
    }
  }

  #str(text: string): number {
    const { heap, types } = this.#process;
    // First: some letters are interned apart from the shared one-character strings.
    if (isInternedConstant(text)) return this.#interned(text);
    const shared = this.#process.sharedStr(text);
    if (shared !== 0) return shared;
    if (this.#allocates) return this.#unheld(strings.newFreshStr(this.#process, text));
    const ref = heap.newOutside(types.atoms.str, 0);
    heap.setPayload(ref, text);
    return ref;
  }

  /** Where nobody has this text interned, the constant is the one that is, and nobody holds it yet. */
  #interned(text: string): number {
    const { shared, heap } = this.#process;
    const isFirst = text.length > 1 && !shared.hasInterned(text);
    const ref =
      this.#allocates && text.length > 1 && !shared.isTaken(text)
        ? newInterned(this.#process, text)
        : shared.constant(text);
    if (isFirst && (heap.words[ref + REFCNT] as number) < IMMORTAL) heap.words[ref + REFCNT] = 0;
    return ref;
  }

  #tuple(items: readonly ConstValue[]): number {
    const { heap, types, shared } = this.#process;
    if (items.length === 0) return shared.named('()', types.tuple);
    const refs = items.map((item) => this.constant(item));
    const ref = heap.newOutside(types.tuple, 0);
    const chunk = heap.cells.alloc(refs.length);
    for (const [at, item] of refs.entries()) {
      heap.incref(item);
      heap.cells.words[chunk + at] = item;
    }
    heap.words[ref + A] = chunk;
    heap.words[ref + B] = refs.length;
    // Until the collector looks at it, a tuple is tracked whatever it holds (_PyTuple_MaybeUntrack).
    heap.track(ref);
    return ref;
  }

  #frozenset(items: readonly ConstValue[]): number {
    const { heap, types } = this.#process;
    const ref = heap.newOutside(types.frozenset, 0);
    for (const item of items) sets.setAdd(this.#process, ref, this.constant(item));
    return ref;
  }
}

function firstResume({ instructions }: CodeObject): number {
  for (let at = 0; at < instructions.length; at += 2) if (instructions[at] === Op.RESUME) return at / 2;
  return 0;
}
