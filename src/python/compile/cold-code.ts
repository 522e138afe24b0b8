/**
 * Code that only exceptions lead to. From 3.11 on CPython moves it behind all other code (flowgraph.c:push_cold_blocks_to_end), so what
 * leads out of it jumps backwards, and 3.12 looks whether a collection waits there. Here it stays where it was compiled; the jumps are
 * found. A jump to a few instructions that end the code is none, as those are copied to its place (inline_small_exit_blocks).
 */
import type { LanguageProfile } from '../language-profile.ts';
import { endsFlow, isJump, isSetup, Op, type Opcode } from './opcodes.ts';
import type { Instruction, Unit } from './unit.ts';

const MAX_COPY_SIZE = 4;
const PLAIN_JUMPS: ReadonlySet<number> = new Set([Op.JUMP_FORWARD, Op.JUMP_BACKWARD]);

/** The jumps out of such code that look at the eval breaker, by the places of their instructions. */
export function jumpsOutOfHandlers(unit: Unit, profile: LanguageProfile): ReadonlySet<number> {
  const { instructions, labels } = unit;
  if (!instructions.some(({ op }) => isSetup(op))) return new Set();
  const warm = warmPlaces(unit);
  const targets = jumpTargets(unit);
  const found = new Set<number>();
  for (const [at, { op, arg }] of instructions.entries()) {
    if (!PLAIN_JUMPS.has(op) || warm.has(at)) continue;
    if (op === Op.JUMP_FORWARD && !profile.handlerEndInterrupts) continue;
    const target = labels[arg] ?? 0;
    if (warm.has(target) && exitSize(unit, target, targets) > MAX_COPY_SIZE) found.add(at);
  }
  return found;
}

/** What is reached from the beginning without an exception. */
function warmPlaces({ instructions, labels }: Unit): ReadonlySet<number> {
  const warm = new Set<number>();
  const pending = [0];
  const reach = (at: number): void => {
    if (!warm.has(at)) pending.push(at);
    warm.add(at);
  };
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    warm.add(at);
    const instruction = instructions[at];
    if (instruction === undefined) continue;
    const { op, arg } = instruction;
    if (isJump(op) && !isSetup(op)) reach(labels[arg] ?? 0);
    if (!endsFlow(op)) reach(at + 1);
  }
  return warm;
}

function jumpTargets({ instructions, labels }: Unit): ReadonlySet<number> {
  const targets = instructions.filter(({ op }) => isJump(op)).map(({ arg }) => labels[arg] ?? 0);
  return new Set(targets);
}

/** How many instructions there are from here to a return or a raise, as CPython counts them; infinite where the code branches. */
function exitSize({ instructions }: Unit, start: number, targets: ReadonlySet<number>): number {
  let size = 0;
  for (let at = start; at < instructions.length && size <= MAX_COPY_SIZE; at++) {
    const instruction = instructions[at];
    if (instruction === undefined || isJump(instruction.op) || (at > start && targets.has(at))) break;
    if (isCounted(instruction, instructions[at - 1]?.op, instructions[at + 1]?.op)) size++;
    if (endsFlow(instruction.op)) return size;
  }
  return Number.POSITIVE_INFINITY;
}

/** The empty slot of a call is part of LOAD_GLOBAL where it stands beside one; a NOP of ours stands where 3.12 pushes it. */
function isCounted({ op, counted }: Instruction, before?: Opcode, after?: Opcode): boolean {
  switch (op) {
    case Op.NOP:
      return counted > 0 && after !== Op.LOAD_GLOBAL;
    case Op.PUSH_NULL:
      return counted === 0 && before !== Op.LOAD_GLOBAL;
    case Op.LOAD_CONST:
      return after !== Op.RETURN_VALUE;
    default:
      return true;
  }
}
