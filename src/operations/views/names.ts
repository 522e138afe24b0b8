/** The names of every frame and what they refer to. */
import { type NamesView, objectIdOf } from '../../contract/index.ts';
import { localsOf, type Process } from '../../objects/index.ts';
import { shortRepr } from './summary.ts';

type BoundName = NamesView['frames'][number]['names'][number];

export function namesView(process: Process): NamesView {
  const { heap } = process;
  const bound = ([name, value]: readonly [string, number]): BoundName => ({
    name,
    object: objectIdOf(heap.serialOf(value)),
    type: heap.typeOf(value).name,
    repr: shortRepr(process, value),
  });
  const module = { depth: 0, function: '<module>', names: [...process.globals.entries()].map(bound) };
  const frames = process.frames.map((frame, at) => ({
    depth: at + 1,
    function: frame.function.name,
    names: localsOf(process, frame).map(bound),
  }));
  return { frames: [module, ...frames] };
}
