/** THE table: every operation there is. A new one is a file in verbs/ and a line here; everything else is read off it. */

import type { Operation, Verb } from './verb.ts';
import { alive } from './verbs/alive.ts';
import { append } from './verbs/append.ts';
import { bind } from './verbs/bind.ts';
import { call } from './verbs/call.ts';
import { clear } from './verbs/clear.ts';
import { compileUnit } from './verbs/compile-unit.ts';
import { defineClass } from './verbs/define-class.ts';
import { defineFunction } from './verbs/define-function.ts';
import { delAttr } from './verbs/del-attr.ts';
import { delItem } from './verbs/del-item.ts';
import { deref } from './verbs/deref.ts';
import { extend } from './verbs/extend.ts';
import { gcCollect } from './verbs/gc-collect.ts';
import { gcDisable } from './verbs/gc-disable.ts';
import { gcEnable } from './verbs/gc-enable.ts';
import { gcFreeze } from './verbs/gc-freeze.ts';
import { gcGarbage } from './verbs/gc-garbage.ts';
import { gcGetCount } from './verbs/gc-get-count.ts';
import { gcGetDebug } from './verbs/gc-get-debug.ts';
import { gcGetFreezeCount } from './verbs/gc-get-freeze-count.ts';
import { gcGetObjects } from './verbs/gc-get-objects.ts';
import { gcGetReferents } from './verbs/gc-get-referents.ts';
import { gcGetReferrers } from './verbs/gc-get-referrers.ts';
import { gcGetStats } from './verbs/gc-get-stats.ts';
import { gcGetThreshold } from './verbs/gc-get-threshold.ts';
import { gcIsFinalized } from './verbs/gc-is-finalized.ts';
import { gcIsTracked } from './verbs/gc-is-tracked.ts';
import { gcIsenabled } from './verbs/gc-isenabled.ts';
import { gcLongLived } from './verbs/gc-long-lived.ts';
import { gcSetDebug } from './verbs/gc-set-debug.ts';
import { gcSetThreshold } from './verbs/gc-set-threshold.ts';
import { gcUnfreeze } from './verbs/gc-unfreeze.ts';
import { generation } from './verbs/generation.ts';
import { getAttr } from './verbs/get-attr.ts';
import { getItem } from './verbs/get-item.ts';
import { id } from './verbs/id.ts';
import { immortal } from './verbs/immortal.ts';
import { insert } from './verbs/insert.ts';
import { is } from './verbs/is.ts';
import { mark } from './verbs/mark.ts';
import { memAlloc } from './verbs/mem-alloc.ts';
import { memFree } from './verbs/mem-free.ts';
import { memRealloc } from './verbs/mem-realloc.ts';
import { newObject } from './verbs/new.ts';
import { pop } from './verbs/pop.ts';
import { programContinue } from './verbs/program-continue.ts';
import { programStep } from './verbs/program-step.ts';
import { remove } from './verbs/remove.ts';
import { repeat, spellRepeatsWith } from './verbs/repeat.ts';
import { returnFrom } from './verbs/return.ts';
import { run } from './verbs/run.ts';
import { setAdd } from './verbs/set-add.ts';
import { setAttr } from './verbs/set-attr.ts';
import { setDiscard } from './verbs/set-discard.ts';
import { setItem } from './verbs/set-item.ts';
import { sysGetrefcount } from './verbs/sys-getrefcount.ts';
import { sysGetsizeof } from './verbs/sys-getsizeof.ts';
import { sysIntern } from './verbs/sys-intern.ts';
import { tracemallocClearTraces } from './verbs/tracemalloc-clear-traces.ts';
import { tracemallocGetObjectTraceback } from './verbs/tracemalloc-get-object-traceback.ts';
import { tracemallocGetTracebackLimit } from './verbs/tracemalloc-get-traceback-limit.ts';
import { tracemallocGetTracedMemory } from './verbs/tracemalloc-get-traced-memory.ts';
import { tracemallocGetTracemallocMemory } from './verbs/tracemalloc-get-tracemalloc-memory.ts';
import { tracemallocIsTracing } from './verbs/tracemalloc-is-tracing.ts';
import { tracemallocResetPeak } from './verbs/tracemalloc-reset-peak.ts';
import { tracemallocStart } from './verbs/tracemalloc-start.ts';
import { tracemallocStop } from './verbs/tracemalloc-stop.ts';
import { tracemallocTakeSnapshot } from './verbs/tracemalloc-take-snapshot.ts';
import { unbind } from './verbs/unbind.ts';
import { weakrefRef } from './verbs/weakref-ref.ts';

export const OPERATIONS: readonly Verb[] = [
  newObject,
  defineClass,
  defineFunction,
  bind,
  unbind,
  append,
  insert,
  extend,
  pop,
  remove,
  clear,
  setItem,
  getItem,
  delItem,
  setAdd,
  setDiscard,
  setAttr,
  getAttr,
  delAttr,
  call,
  returnFrom,
  weakrefRef,
  deref,
  sysIntern,
  compileUnit,
  gcCollect,
  gcEnable,
  gcDisable,
  gcSetThreshold,
  gcSetDebug,
  gcFreeze,
  gcUnfreeze,
  repeat,
  run,
  programStep,
  programContinue,
  mark,
  memAlloc,
  memRealloc,
  memFree,
  tracemallocStart,
  tracemallocStop,
  tracemallocClearTraces,
  tracemallocResetPeak,
  tracemallocTakeSnapshot,
  sysGetrefcount,
  sysGetsizeof,
  id,
  is,
  alive,
  generation,
  immortal,
  gcGetCount,
  gcGetThreshold,
  gcGetStats,
  gcGetDebug,
  gcGetFreezeCount,
  gcIsenabled,
  gcIsTracked,
  gcIsFinalized,
  gcGetReferents,
  gcGetReferrers,
  gcGetObjects,
  gcGarbage,
  gcLongLived,
  tracemallocIsTracing,
  tracemallocGetTracedMemory,
  tracemallocGetTracebackLimit,
  tracemallocGetTracemallocMemory,
  tracemallocGetObjectTraceback,
];

const byName = new Map(OPERATIONS.map((one) => [one.op, one]));

export function verbNamed(op: string): Verb | undefined {
  return byName.get(op);
}

/** The statement that an operation stands for. */
export function spellOperation(operation: Operation): string {
  return verbNamed(operation.op)?.python(operation) ?? '';
}

spellRepeatsWith(spellOperation);
