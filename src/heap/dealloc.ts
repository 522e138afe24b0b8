/**
 * What happens when a reference count reaches zero: at once, in CPython's order, without recursion.
 *
 * A dying object waits on an explicit stack with a cursor into what it holds. Each step drops one reference; an object that
 * dies by it is pushed and done first, exactly as the nested C calls would be (subtype_dealloc, list_dealloc, dict_dealloc ...).
 * Finalizers and callbacks run in `#begin`; a reference that they drop starts a run of its own above the present stack. A run in which an
 * instruction ends may stop for them instead, so that the program can be paused in them (`deallocLast`).
 * Always: `nesting` equals the number of stacked objects whose type takes part in the trashcan, plus one while it is emptied.
 */
import { clearContents } from './clear.ts';
import { type DueCode, type DueCodes, runNow } from './due-code.ts';
import { DyingStack, MARK } from './dying-stack.ts';
import * as codes from './event-codes.ts';
import { freeBeside } from './free-beside.ts';
import type { Heap } from './heap.ts';
import { DONE, dropAtoms, isAtom } from './held-atoms.ts';
import * as layout from './layout.ts';
import { forgetOutside } from './outside.ts';
import type { Rest, Stop } from './stop.ts';
import type { TypeInfo } from './type-info.ts';

// Local copies are folded into the machine code; an imported constant is loaded at every use.
const {
  B,
  BLOCK,
  FINALIZED,
  HAS_ANNEX,
  HAS_WEAKREFS,
  IMMORTAL,
  INTERNED,
  KIND,
  META,
  OUTSIDE,
  REFCNT,
  RELEASE,
  SERIAL,
  TYPE_MASK,
} = layout;
const { EV } = codes;

export class Deallocator {
  /** What is done now ends with dropping a reference: what dies by that may wait (`dropLast`). */
  open = false;
  readonly #heap: Heap;
  readonly #dying: DyingStack;
  /** The run that is on top may stop for Python code. */
  #waits = false;
  #stop: Stop | null = null;
  #nesting = 0;
  /** Put off by the trashcan; done last in, first out. */
  readonly #later: number[] = [];

  readonly #depositAt: number;
  /** The free lists and their limits, by Release. */
  readonly #kept: readonly (number[] | undefined)[];
  readonly #mostKept: readonly number[];

  constructor(heap: Heap) {
    this.#heap = heap;
    this.#dying = new DyingStack(heap);
    const { freeLists: limits, trashcan } = heap.profile;
    this.#depositAt = trashcan.depositAt;
    const { list, dict, float, frame, slice } = heap.freeLists;
    this.#kept = [undefined, list, dict, undefined, float, frame, undefined, slice];
    this.#mostKept = [0, limits.list, limits.dict, 0, limits.float, limits.frame, 0, 1];
  }

  /** What the `clear` of a container empties; the object stays alive. */
  clear(ref: number): void {
    clearContents(this.#heap, ref, this.open);
  }

  /** Nothing is being deallocated and nothing is put off. */
  get idle(): boolean {
    return this.#dying.depth === 0 && this.#later.length === 0 && this.#nesting === 0;
  }

  /** Ends `ref`, whose count has just become 0, and whatever dies with it. */
  dealloc(ref: number): void {
    if (this.#heap.numbers.end(ref)) return;
    const waits = this.#waits;
    this.#waits = false;
    const base = this.#dying.depth;
    this.#begin(ref);
    while (this.#dying.depth > base) this.#step();
    this.#waits = waits;
  }

  /** The same where nothing else happens until it has ended: true when it has stopped for Python code, after which `goOn` does the rest. */
  deallocLast(ref: number): boolean {
    if (this.#heap.numbers.end(ref)) return false;
    this.open = false;
    this.#waits = true;
    const base = this.#dying.depth;
    this.#begin(ref);
    return this.#run(base);
  }

  /** Heap.decref as the last thing that an instruction does: true when Python code is due before the next one. */
  decrefLast(ref: number): boolean {
    const { words } = this.#heap;
    const count = words[ref + REFCNT] as number;
    if (count >= IMMORTAL) return false;
    words[ref + REFCNT] = count - 1;
    return count === 1 && this.deallocLast(ref);
  }

  /** Heap.decref as the last thing that the caller does. */
  dropFree(ref: number): void {
    if (this.open) this.decrefLast(ref);
    else this.#heap.decref(ref);
  }

  /** Heap.dropReference as the last thing that the caller does; where it is the last of an instruction as well (`open`), what dies may wait. */
  dropLast(ref: number, holder: number): void {
    const heap = this.#heap;
    const count = heap.words[ref + REFCNT] as number;
    if (count >= IMMORTAL) return;
    heap.words[ref + REFCNT] = count - 1;
    heap.ring.emit(EV.REFERENCE_DROPPED, heap.serialOf(ref), count - 1, holder);
    if (count !== 1) return;
    if (this.open) this.deallocLast(ref);
    else this.dealloc(ref);
  }

  /**
   * Drops what a container has held, where that is the last thing that the caller does, and `finish` gives its memory back. Where it is the
   * last of an instruction as well (`open`), what dies may wait, and the rest is dropped after it.
   */
  dropEach(refs: readonly number[], holder: number, finish: () => void): void {
    this.#dropRest({ refs, holder, finish, at: 0 }, this.open);
  }

  #dropRest(rest: Rest, waits: boolean): void {
    const heap = this.#heap;
    while (rest.at < rest.refs.length) {
      const ref = rest.refs[rest.at++] as number;
      const count = heap.words[ref + REFCNT] as number;
      if (count >= IMMORTAL) continue;
      heap.words[ref + REFCNT] = count - 1;
      heap.ring.emit(EV.REFERENCE_DROPPED, heap.serialOf(ref), count - 1, rest.holder);
      if (count !== 1) continue;
      if (!waits) this.dealloc(ref);
      else if (this.deallocLast(ref)) {
        (this.#stop as Stop).rest = rest;
        return;
      }
    }
    rest.finish();
  }

  /** It has stopped for Python code. */
  get stopped(): boolean {
    return this.#stop !== null;
  }

  /** Where `deallocLast` has stopped. */
  takeStop(): Stop | null {
    const stop = this.#stop;
    this.#stop = null;
    return stop;
  }

  /** The Python code that was due has run; where the run stops next, null when it has ended. */
  goOn({ ref, base, calls, rest }: Stop): Stop | null {
    this.#dying.depth--;
    this.#waits = true;
    const type = this.#heap.typeOf(ref);
    if (calls !== null) this.#callNext(ref, type, calls);
    else if (this.#isResurrected(ref)) this.#leaveTrashcan(type);
    else this.#clearWeakrefs(ref, type);
    if (this.#run(base)) {
      const next = this.takeStop() as Stop;
      next.rest = rest;
      return next;
    }
    if (rest !== null) this.#dropRest(rest, true);
    return this.takeStop();
  }

  /** True when it has stopped for Python code. */
  #run(base: number): boolean {
    const dying = this.#dying;
    while (this.#stop === null && dying.depth > base) {
      if (dying.top === MARK) this.#nextPutOff();
      else this.#step();
    }
    this.#waits = false;
    if (this.#stop === null) return false;
    this.#stop.base = base;
    return true;
  }

  /** True where the run can stop for this, with the object on top; otherwise it has run. */
  #stopsFor(due: DueCode, ref: number, calls: DueCodes | null): boolean {
    const { hooks } = this.#heap;
    if (!this.#waits || !hooks.waitsFor(due)) {
      runNow(hooks, due);
      return false;
    }
    this.#dying.push(ref, this.#heap.typeOf(ref));
    this.#stop = { due, ref, calls, base: 0, rest: null };
    return true;
  }

  #begin(ref: number): void {
    const heap = this.#heap;
    const meta = heap.words[ref + META] as number;
    const type = heap.types.all[meta & TYPE_MASK] as TypeInfo;
    if ((meta & OUTSIDE) !== 0) return forgetOutside(heap, ref);
    if (isAtom(meta, type)) {
      if ((meta & INTERNED) !== 0) heap.hooks.internedDied(ref);
      this.#giveBack(ref, type, 0);
      return;
    }
    heap.untrack(ref);
    if (type.trashcan) {
      if (this.#nesting >= this.#depositAt) {
        this.#later.push(ref);
        return;
      }
      this.#nesting++;
    }
    if (type.finalizer && (meta & FINALIZED) === 0) {
      this.#startFinalizer(ref, type);
      if (this.#stopsFor({ what: 'finalizer', ref }, ref, null)) return;
      if (this.#isResurrected(ref)) return this.#leaveTrashcan(type);
    }
    this.#clearWeakrefs(ref, type);
  }

  #clearWeakrefs(ref: number, type: TypeInfo): void {
    const { weakrefs, words } = this.#heap;
    if (((words[ref + META] as number) & HAS_WEAKREFS) === 0) return this.#dropContents(ref, type);
    const calls = weakrefs.clearOf(ref);
    if (calls === null) this.#dropContents(ref, type);
    else this.#callNext(ref, type, calls);
  }

  /** Calls the callbacks that are left, or waits for the next one. */
  #callNext(ref: number, type: TypeInfo, calls: DueCodes): void {
    for (let next = calls.next(); next.done !== true; next = calls.next())
      if (this.#stopsFor(next.value, ref, calls)) return;
    this.#dropContents(ref, type);
  }

  /** Nobody is told of its end any more. */
  #dropContents(ref: number, type: TypeInfo): void {
    const heap = this.#heap;
    const meta = heap.words[ref + META] as number;
    if (type.kind === KIND.WEAKREF) heap.weakrefs.unlink(ref);
    if ((meta & HAS_ANNEX) !== 0) return this.#dying.push(ref, type);
    const cursor = dropAtoms(heap, ref, type);
    if (cursor !== DONE) return this.#dying.push(ref, type, cursor);
    this.#finish(ref, type);
    this.#leaveTrashcan(type);
  }

  /** PyObject_CallFinalizerFromDealloc: the object lives until its finalizer has run. */
  #startFinalizer(ref: number, type: TypeInfo): void {
    const heap = this.#heap;
    heap.words[ref + META] = (heap.words[ref + META] as number) | FINALIZED;
    heap.words[ref + REFCNT] = 1;
    if (type.gc) heap.track(ref);
  }

  /** Its finalizer has run: does the object live on? */
  #isResurrected(ref: number): boolean {
    const heap = this.#heap;
    const count = (heap.words[ref + REFCNT] as number) - 1;
    heap.words[ref + REFCNT] = count;
    if (count > 0) {
      heap.ring.emit(EV.OBJECT_RESURRECTED, heap.serialOf(ref), 0, 0);
      return true;
    }
    heap.untrack(ref);
    return false;
  }

  /** Drops references of the object on top until another is on top of it, or ends it when none is left. */
  #step(): void {
    const heap = this.#heap;
    const dying = this.#dying;
    const { depth, top: ref } = dying;
    const type = heap.typeOf(ref);
    if (((heap.words[ref + META] as number) & HAS_ANNEX) !== 0 && this.#dropAnnex(ref, depth)) return;
    for (let child = dying.next(ref, type.kind); child !== 0; child = dying.next(ref, type.kind)) {
      this.#drop(ref, child);
      if (dying.depth !== depth) return;
    }
    dying.depth--;
    this.#finish(ref, type);
    this.#leaveTrashcan(type);
  }

  /** Drops one reference of `ref`; an object that dies by it is on top now. */
  #drop(ref: number, child: number): void {
    const heap = this.#heap;
    const { words } = heap;
    const count = words[child + REFCNT] as number;
    if (count >= IMMORTAL) return;
    words[child + REFCNT] = count - 1;
    heap.ring.emit(EV.REFERENCE_DROPPED, heap.serialOf(child), count - 1, heap.serialOf(ref));
    if (count === 1 && !heap.numbers.end(child)) this.#begin(child);
  }

  /** Drops what the annex holds; true when an object that dies by it is on top now. */
  #dropAnnex(ref: number, depth: number): boolean {
    const heap = this.#heap;
    for (let child = heap.annexes.take(ref); child !== 0; child = heap.annexes.take(ref)) {
      this.#drop(ref, child);
      if (this.#dying.depth !== depth) return true;
    }
    heap.annexes.release(ref);
    return false;
  }

  #leaveTrashcan(type: TypeInfo): void {
    if (!type.trashcan) return;
    this.#nesting--;
    if (this.#later.length === 0 || this.#nesting > this.#heap.profile.trashcan.resumeAt) return;
    this.#nesting++;
    // A run that may stop goes on with them as with what an object holds.
    if (this.#waits) return this.#dying.mark();
    for (let ref = this.#later.pop(); ref !== undefined; ref = this.#later.pop()) this.dealloc(ref);
    this.#nesting--;
  }

  /** Ends the next of those that were put off, above the mark; takes the mark away after the last. */
  #nextPutOff(): void {
    const ref = this.#later.pop();
    if (ref === undefined) {
      this.#dying.depth--;
      this.#nesting--;
    } else if (!this.#heap.numbers.end(ref)) this.#begin(ref);
  }

  /** Gives what the object has beside its header back, then the object; its references are dropped. */
  #finish(ref: number, type: TypeInfo): void {
    const length = type.kind === KIND.TUPLE ? (this.#heap.words[ref + B] as number) : 0;
    freeBeside(this.#heap, ref, type);
    this.#giveBack(ref, type, length);
  }

  /** @param length of a tuple, which chooses its free list */
  #giveBack(ref: number, type: TypeInfo, length: number): void {
    const heap = this.#heap;
    const { release } = type;
    heap.ring.emit(EV.OBJECT_DEALLOCATED, heap.words[ref + SERIAL] as number, heap.symbolOfType(type), 0);
    const kept = release === RELEASE.FRAME && heap.hooks.keepFrame(ref);
    if (release === RELEASE.CLASS) heap.hooks.classDied(ref);
    const block = heap.words[ref + BLOCK] as number;
    heap.releaseRecord(ref);
    if (!kept && (release === RELEASE.FREE || !this.#keep(type, block, length))) {
      if (type.gc) heap.collector.noteFree();
      heap.memory.free(block);
    }
    if (type.object !== 0) heap.decref(type.object);
  }

  /** Puts the dead header into its free list, if it has one with room. */
  #keep(type: TypeInfo, block: number, length: number): boolean {
    const { freeLists, ring } = this.#heap;
    if (type.release === RELEASE.TUPLE) {
      if (!freeLists.keepTuple(length, block)) return false;
      ring.emit(
        EV.FREE_LIST_PUSHED,
        this.#heap.symbolOfType(type),
        (freeLists.tuples[length] as number[]).length,
        0,
      );
      return true;
    }
    const kept = this.#kept[type.release];
    if (kept === undefined || kept.length >= (this.#mostKept[type.release] as number)) return false;
    kept.push(block);
    ring.emit(EV.FREE_LIST_PUSHED, this.#heap.symbolOfType(type), kept.length, 0);
    return true;
  }

  /** Gives the stack's room back while nothing is being deallocated. */
  trim(): void {
    this.#dying.trim();
  }
}
