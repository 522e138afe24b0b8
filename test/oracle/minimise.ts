/** Makes a failing trace short: drops steps, first many at once, while the difference remains (delta debugging). */
import type { GcStep, GcVector } from '../../src/cli/conformance/gc-format.ts';
import { Impossible } from './impossible.ts';
import { Model } from './model.ts';

const ATTEMPTS_AT_MOST = 600;

export async function minimise(
  trace: GcVector,
  stillDiffers: (trace: GcVector) => Promise<boolean>,
): Promise<GcVector> {
  let best = trace;
  let attempts = 0;
  const attempt = async (steps: readonly GcStep[]): Promise<boolean> => {
    if (attempts >= ATTEMPTS_AT_MOST || !makesSense(steps)) return false;
    attempts++;
    const shorter = { ...trace, steps };
    if (!(await stillDiffers(shorter))) return false;
    best = shorter;
    return true;
  };
  for (let size = Math.ceil(best.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let end = best.steps.length; end > 0; end -= size) {
      await attempt([...best.steps.slice(0, Math.max(0, end - size)), ...best.steps.slice(end)]);
    }
  }
  for (let before = 0; before !== best.steps.length; ) {
    before = best.steps.length;
    for (let at = best.steps.length - 1; at >= 0; at--) await attempt(best.steps.filter((_, i) => i !== at));
  }
  await withoutCalls(() => best.steps, attempt);
  await withShorterLoops(() => best.steps, attempt);
  return best;
}

type Attempt = (steps: readonly GcStep[]) => Promise<boolean>;

/** A call goes together with its return. */
async function withoutCalls(steps: () => readonly GcStep[], attempt: Attempt): Promise<void> {
  for (let at = 0; at < steps().length; at++) {
    if (steps()[at]?.op !== 'call') continue;
    const back = returnOf(steps(), at);
    if (await attempt(steps().filter((_, i) => i !== at && i !== back))) at--;
  }
}

function returnOf(steps: readonly GcStep[], call: number): number {
  let depth = 0;
  return steps.findIndex((one, i) => {
    if (i < call) return false;
    if (one.op === 'call') depth++;
    if (one.op === 'return') depth--;
    return depth === 0;
  });
}

async function withShorterLoops(steps: () => readonly GcStep[], attempt: Attempt): Promise<void> {
  for (let at = 0; at < steps().length; at++) {
    const loop = steps()[at];
    if (loop?.op !== 'repeat') continue;
    for (let times = 1; times < Number(loop.times); times *= 2) {
      const python = `for ${String(loop.index)} in range(${times}): ...`;
      if (await attempt(steps().map((one, i) => (i === at ? { ...loop, times, python } : one)))) break;
    }
  }
}

function makesSense(steps: readonly GcStep[]): boolean {
  try {
    Model.check(steps);
    return true;
  } catch (error) {
    if (error instanceof Impossible) return false;
    throw error;
  }
}
