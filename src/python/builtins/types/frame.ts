/** Attributes of frame objects, of frames that run, wait or have ended (frameobject.c). */
import { PythonRaise, strReprs } from '../../../objects/index.ts';
import type { CodeRuntime } from '../../eval/frames/code-runtime.ts';
import { currentLine, FRAME_BACK, frameObject } from '../../eval/frames/frame.ts';
import { clearVariables, frameLocals } from '../../eval/frames/frame-locals.ts';
import { closeSteps } from '../../eval/frames/generator-throw.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { native, type TypeDefinition } from '../../eval/native.ts';
import { addressText } from '../../eval/texts/text.ts';

interface Place {
  readonly runtime: CodeRuntime;
  readonly ip: number;
  readonly globals: number;
}

const BYTES_PER_INSTRUCTION = 2;

function placeOf(vm: Interpreter, self: number): Place {
  const place = vm.frameOf.get(self) ?? vm.endedFrames.get(self);
  if (place === undefined) throw new PythonRaise('RuntimeError', 'the frame is gone');
  return place;
}

function back(vm: Interpreter, self: number): number {
  const frame = vm.frameOf.get(self);
  if (frame !== undefined) return frame.back === null ? vm.none() : vm.own(frameObject(vm, frame.back));
  return vm.endedFrames.has(self) ? vm.own(vm.field(self, FRAME_BACK) || vm.process.none) : vm.none();
}

/**
 * frame.clear(): only what does not run lets go of its variables (frame_clear). A generator is closed for it, up to 3.12 also where it
 * waits; up to 3.10 what its frame held goes then.
 */
function clear(vm: Interpreter, [self = 0]: readonly number[]): number {
  const frame = vm.frameOf.get(self);
  if (frame !== undefined && vm.closedFrames.has(frame.generator)) return vm.none();
  if (frame === undefined) clearVariables(vm, self);
  else if (frame.generator === 0 || frame.running)
    throw new PythonRaise('RuntimeError', 'cannot clear an executing frame');
  else if (vm.process.profile.frames.locals === 'proxy')
    throw new PythonRaise('RuntimeError', 'cannot clear a suspended frame');
  else {
    vm.decref(vm.finish(closeSteps(vm, frame.generator)));
    if (vm.framesAreObjects) clearVariables(vm, self);
  }
  return vm.none();
}

export const FRAME: TypeDefinition = {
  name: 'frame',
  methods: {
    clear: native(clear),
    __repr__: native((vm, [self = 0]) => {
      const place = placeOf(vm, self);
      const { code } = place.runtime;
      const where = `file ${strReprs.strRepr(code.filename, vm.process.values)}, line ${currentLine(place)}, code ${code.name}`;
      return vm.newStr(`<frame at ${addressText(vm, self)}, ${where}>`);
    }),
  },
  getsets: {
    f_code: { get: (vm, self) => vm.own(placeOf(vm, self).runtime.ref) },
    f_lineno: { get: (vm, self) => vm.newInt(currentLine(placeOf(vm, self))) },
    f_lasti: {
      get: (vm, self) => vm.newInt(BYTES_PER_INSTRUCTION * (placeOf(vm, self).ip - 1)),
      member: true,
    },
    f_back: { get: back },
    f_globals: { get: (vm, self) => vm.own(placeOf(vm, self).globals) },
    f_builtins: { get: (vm) => vm.own(vm.builtinsDict) },
    f_locals: { get: frameLocals },
    f_trace: { get: (vm) => vm.none() },
    f_trace_lines: { get: (vm) => vm.bool(true), member: true },
  },
};
