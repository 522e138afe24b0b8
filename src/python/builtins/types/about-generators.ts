/** What coroutines and asynchronous generators show of themselves. */
import { frameObject } from '../../eval/frames/frame.ts';
import { hasStarted } from '../../eval/frames/generators.ts';
import { type GetSet, type NativeDefinition, native } from '../../eval/native.ts';
import { addressText } from '../../eval/texts/text.ts';
import { codeOf, GENERATOR_NAMES, yieldFrom } from './generator.ts';

/** Each has its own prefix. */
export function aboutItself(prefix: string, awaits: string): Record<string, GetSet> {
  return {
    ...GENERATOR_NAMES,
    [`${prefix}_frame`]: {
      get: (vm, self) => {
        const frame = vm.generatorFrames.get(self);
        return frame === undefined ? vm.none() : vm.own(frameObject(vm, frame));
      },
    },
    [`${prefix}_code`]: { get: (vm, self) => vm.own(codeOf(vm, self).ref) },
    [awaits]: { get: yieldFrom },
    [`${prefix}_running`]: { get: (vm, self) => vm.bool(vm.generatorFrames.get(self)?.running === true) },
    [`${prefix}_suspended`]: {
      get: (vm, self) => {
        const frame = vm.generatorFrames.get(self);
        return vm.bool(frame !== undefined && !frame.running && hasStarted(frame));
      },
    },
  };
}

export function reprAs(kind: string): NativeDefinition {
  return native((vm, [self = 0]) =>
    vm.newStr(`<${kind} object ${vm.generatorName(self)} at ${addressText(vm, self)}>`),
  );
}
