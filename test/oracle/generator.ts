/**
 * Random traces: each step is one that Python would accept at that point, chosen by the weights of an area.
 * The same seed, index and area give the same trace.
 */
import type { GcStep, GcVector } from '../../src/cli/conformance/gc-format.ts';
import { AREAS, type Area, type AreaName, CLASSES } from './areas.ts';
import { Choices } from './choices.ts';
import { Impossible } from './impossible.ts';
import { interningTrace } from './interning.ts';
import { Random } from './random.ts';
import { sizesTrace } from './sizes.ts';
import { step } from './spelling.ts';

export const ALL_VERSIONS = ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13'] as const;

export function generateTrace(seed: number, index: number, area: AreaName): GcVector {
  const random = new Random(seed, index * 2654435761);
  const steps =
    area === 'sizes'
      ? sizesTrace(random)
      : area === 'interning'
        ? interningTrace(random)
        : walk(random, AREAS[area]);
  return { name: `${area}-${seed}-${index}`, area, versions: ALL_VERSIONS, steps };
}

/** A walk through the verbs of an area, with a look at everything now and then and at the end. */
function walk(random: Random, area: Area): GcStep[] {
  const choices = new Choices(random);
  const steps: GcStep[] = [];
  const take = (one: GcStep): void => {
    choices.model.apply(one);
    steps.push(one);
  };
  for (const name of area.classes) take(step('define_class', { ...CLASSES[name], as: name }));
  if (random.chance(area.smallThresholds)) take(choices.thresholds());
  const length = random.between(30, 120);
  for (let tries = 0; steps.length < length && tries < 10 * length; tries++) {
    const proposed = propose(choices, area);
    if (proposed === undefined) continue;
    for (const one of proposed) take(one);
  }
  while (choices.model.frames.length > 0) take(choices.giveBack());
  for (const one of [step('observe'), step('gc.collect', { generation: 2 }), step('observe')]) take(one);
  return steps;
}

/** The next step or steps; nothing when the chosen verb has nothing to act on. */
function propose(choices: Choices, area: Area): readonly GcStep[] | undefined {
  try {
    const made = choices.verb(choices.random.weighted(area.weights));
    choices.tryOut(made);
    return made;
  } catch (error) {
    if (error instanceof Impossible) return undefined;
    throw error;
  }
}
