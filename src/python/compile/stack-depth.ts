/**
 * How deep the stack is before each instruction, and how deep it gets: once for our instructions, once as CPython of
 * this version counts (compile.c:stackdepth), whose number decides how large frames are.
 */
import { invariant } from '../language-invariant.ts';
import type { LanguageProfile } from '../language-profile.ts';
import { endsFlow, isJump, isSetup, Op } from './opcodes.ts';
import { jumpEffect, stackEffect } from './stack-effect.ts';
import type { Instruction, Unit } from './unit.ts';

export type StackMeasure = {
  /** Depth before each instruction; -1 where control never comes. */
  readonly depths: readonly number[];
  readonly size: number;
  readonly coStackSize: number;
};

type Effects = {
  readonly next: (instruction: Instruction) => number;
  /** Null: the target is not counted. */
  readonly jump: (instruction: Instruction) => number | null;
};

export function measureStack(unit: Unit, profile: LanguageProfile): StackMeasure {
  const own = flow(unit, {
    next: ({ op, arg }) => stackEffect(op, arg),
    jump: ({ op, arg }) => jumpEffect(op, arg),
  });
  if (profile.dropUnusedConstants) mergeConstantReturns(unit);
  const counted = flow(unit, countedEffects(profile));
  const most = leastCount(unit, profile);
  return { depths: own.depths, size: Math.max(own.most, 1), coStackSize: Math.max(counted.most, most) };
}

/** 3.12 returns a constant without the stack (RETURN_CONST). */
function mergeConstantReturns({ instructions, labels }: Unit): void {
  for (const [i, { op }] of instructions.entries()) {
    const load = instructions[i - 1];
    if (op !== Op.RETURN_VALUE || load?.op !== Op.LOAD_CONST || labels.includes(i)) continue;
    load.counted = -1;
  }
}

/** What a generator or coroutine is sent first, or from 3.12 what the handler around its body finds. */
function leastCount({ scope }: Unit, profile: LanguageProfile): number {
  const least = profile.staticAttributes ? 1 : 0;
  if (!scope.suspends || !profile.callHasSelfSlot) return least;
  return profile.errors312 && !scope.lambda ? 2 : 1;
}

function flow(unit: Unit, effects: Effects): { readonly depths: number[]; readonly most: number } {
  const { instructions, labels } = unit;
  const depths = Array.from({ length: instructions.length + 1 }, () => -1);
  const pending = [0];
  depths[0] = 0;
  let most = 0;
  const reach = (target: number, depth: number) => {
    most = Math.max(most, depth);
    if ((depths[target] ?? -1) >= depth) return;
    depths[target] = depth;
    pending.push(target);
  };
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const instruction = instructions[at];
    if (instruction === undefined) continue;
    const depth = depths[at] ?? 0;
    invariant(depth >= 0, 'the stack never has fewer than no slots');
    const jump = isJump(instruction.op) ? effects.jump(instruction) : null;
    if (jump !== null) reach(labels[instruction.arg] ?? 0, depth + jump);
    if (!endsFlow(instruction.op)) reach(at + 1, depth + effects.next(instruction));
  }
  return { depths, most };
}

/**
 * CPython's own count differs where its instructions do: to 3.10 a call has no slot for `self` and a handler finds six
 * values (compile.c:stack_effect, SETUP_FINALLY); `counted` says the rest.
 */
function countedEffects(profile: LanguageProfile): Effects {
  const older = profile.handlerSlots > 0;
  const next = ({ op, arg, counted }: Instruction): number => {
    if (older && (op === Op.PUSH_NULL || op === Op.PUSH_EXC_INFO)) return counted;
    if (older && op === Op.END_ASYNC_FOR) return -1 - profile.handlerSlots;
    return stackEffect(op, arg) + (isSetup(op) ? 0 : counted);
  };
  const jump = ({ op, arg, counted }: Instruction): number | null => {
    if (!isSetup(op)) return jumpEffect(op, arg) + counted;
    if (!older) return jumpEffect(op, arg);
    return counted < 0 ? null : profile.handlerSlots - (op === Op.SETUP_WITH ? 1 : 0);
  };
  return { next, jump };
}
