/**
 * What led to an exception, as it is told: causes and contexts, none twice. traceback.c goes from one to the next as it prints;
 * traceback.py gathers all before it prints any, groups first (TracebackException.__init__), so that in a group others are left out.
 */

import type { Interpreter } from '../interpreter.ts';
import { GROUP, isGroup } from './exception-groups.ts';
import { EXC } from './raise.ts';
import type { Told } from './traceback-groups.ts';

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';

interface Before {
  readonly link: string;
  readonly one: number;
}

/** The exception that stands before this one, unless it was told already. */
function before(vm: Interpreter, exception: number, seen: ReadonlySet<number>): Before | null {
  const cause = vm.field(exception, EXC.CAUSE);
  if (cause !== 0 && !seen.has(cause)) return { link: CAUSE, one: cause };
  const suppressed = (vm.heap.payload(exception) as { suppress?: boolean } | undefined)?.suppress === true;
  const context = suppressed ? 0 : vm.field(exception, EXC.CONTEXT);
  return context === 0 || seen.has(context) ? null : { link: CONTEXT, one: context };
}

function membersOf(vm: Interpreter, exception: number): readonly number[] {
  return isGroup(vm, exception) ? vm.items(vm.field(exception, GROUP.EXCEPTIONS)) : [];
}

/** One after the other. */
export function toldInTurn(vm: Interpreter, exception: number, seen = new Set<number>()): Told {
  return {
    exception,
    chain: () => {
      seen.add(exception);
      const chain = [{ link: '', told: toldInTurn(vm, exception, seen) }];
      for (let at = before(vm, exception, seen); at !== null; at = before(vm, at.one, seen)) {
        seen.add(at.one);
        chain.push({ link: at.link, told: toldInTurn(vm, at.one, seen) });
      }
      return chain.toReversed();
    },
    members: () => membersOf(vm, exception).map((one) => toldInTurn(vm, one, seen)),
  };
}

class Gathered implements Told {
  readonly exception: number;
  before: { readonly link: string; readonly told: Gathered } | null = null;
  within: readonly Gathered[] = [];

  constructor(exception: number) {
    this.exception = exception;
  }

  chain(): readonly { readonly link: string; readonly told: Told }[] {
    const chain: { link: string; told: Told }[] = [{ link: '', told: this }];
    for (let at = this.before; at !== null; at = at.told.before) chain.push(at);
    return chain.toReversed();
  }

  members(): readonly Told[] {
    return this.within;
  }
}

/** All of it first. */
export function toldTogether(vm: Interpreter, exception: number): Told {
  const seen = new Set<number>();
  const gather = (one: number): Gathered => {
    seen.add(one);
    return new Gathered(one);
  };
  const root = gather(exception);
  const queue = [root];
  for (let told = queue.pop(); told !== undefined; told = queue.pop()) {
    const earlier = before(vm, told.exception, seen);
    if (earlier !== null) told.before = { link: earlier.link, told: gather(earlier.one) };
    told.within = membersOf(vm, told.exception).map(gather);
    if (told.before !== null) queue.push(told.before.told);
    queue.push(...told.within);
  }
  return root;
}
