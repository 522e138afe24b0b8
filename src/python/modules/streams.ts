/** sys.stdin, sys.stdout, sys.stderr: text streams over what the interpreter collects and was given; there are no files behind them. */
import { PythonRaise, points } from '../../objects/index.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { answersNone, type Native, native } from '../eval/native.ts';
import { flushText, writeText } from '../eval/texts/text-output.ts';
import { type ModuleType, moduleType } from './define-type.ts';

interface Stream {
  readonly name: 'stdin' | 'stdout' | 'stderr';
  readonly isClosed?: boolean;
}

function stream(vm: Interpreter, self: number): Stream {
  return vm.heap.payload(self) as Stream;
}

/** The stream, where it is open. `end` of the words: iobase.c ends its sentence, bufferedio.c does not. */
function openStream(vm: Interpreter, self: number, end = '.'): Stream {
  const place = stream(vm, self);
  if (place.isClosed === true) throw new PythonRaise('ValueError', `I/O operation on closed file${end}`);
  return place;
}

function flush(vm: Interpreter, self: number): void {
  if (openStream(vm, self).name === 'stdout') flushText(vm);
}

/** What was written goes out first; a stream that is closed stays so (_io_TextIOWrapper_close_impl). */
function close(vm: Interpreter, self: number): void {
  const place = stream(vm, self);
  if (place.isClosed === true) return;
  flush(vm, self);
  vm.heap.setPayload(self, { ...place, isClosed: true });
}

const write: Native = (vm, [self, text]) => {
  const { name } = openStream(vm, self as number);
  if (!vm.isStr(text as number))
    throw new PythonRaise('TypeError', `write() argument must be str, not ${vm.typeName(text as number)}`);
  const written = vm.text(text as number);
  if (name === 'stdin') throw new PythonRaise('ValueError', 'not writable');
  if (name === 'stdout') writeText(vm, text as number);
  else vm.writeError(written);
  return vm.newInt(points.codePointLength(written));
};

const TEXT_STREAM: ModuleType = {
  name: 'TextIOWrapper',
  module: '_io',
  traits: { gc: false },
  methods: {
    write: native(write, { args: [1, 1] }),
    flush: native(answersNone((vm, [self = 0]) => flush(vm, self))),
    close: native(answersNone((vm, [self = 0]) => close(vm, self))),
    isatty: native((vm, [self = 0]) => vm.bool(openStream(vm, self, '').isClosed === true)),
    writable: native((vm, [self = 0]) => vm.bool(openStream(vm, self, '').name !== 'stdin')),
    readable: native((vm, [self = 0]) => vm.bool(openStream(vm, self, '').name === 'stdin')),
    readline: native((vm, [self = 0]) => vm.newStr(openStream(vm, self) && vm.readLine()), { args: [0, 1] }),
    read: native((vm, [self = 0]) => vm.newStr(openStream(vm, self) && vm.readRest()), { args: [0, 1] }),
    __repr__: native((vm, [self]) => {
      const { name } = stream(vm, self as number);
      return vm.newStr(
        `<_io.TextIOWrapper name='<${name}>' mode='${name === 'stdin' ? 'r' : 'w'}' encoding='utf-8'>`,
      );
    }),
  },
  getsets: {
    encoding: { get: (vm) => vm.newStr('utf-8') },
    name: { get: (vm, self) => vm.newStr(`<${stream(vm, self).name}>`) },
    closed: { get: (vm, self) => vm.bool(stream(vm, self).isClosed === true) },
  },
  next: (vm) => {
    const line = vm.readLine();
    return line === '' ? 0 : vm.newStr(line);
  },
};

const standards = new WeakMap<Interpreter, Map<string, number>>();

/** sys.stdin, sys.stdout or sys.stderr as the process started with it; borrowed. */
export function standardStream(vm: Interpreter, name: Stream['name']): number {
  const known = standards.get(vm) ?? new Map<string, number>();
  standards.set(vm, known);
  const ref = known.get(name) ?? streamOf(vm, name);
  known.set(name, ref);
  return ref;
}

/** A stream object, from outside. */
function streamOf(vm: Interpreter, name: Stream['name']): number {
  const ref = vm.newOutsideFields(moduleType(vm, TEXT_STREAM).info, [0]);
  const place: Stream = { name };
  vm.heap.setPayload(ref, place);
  return ref;
}

/** Both names of a stream stand for one object. */
export const STREAMS: Readonly<Record<string, (vm: Interpreter) => number>> = {
  stdout: (vm) => vm.own(standardStream(vm, 'stdout')),
  stderr: (vm) => {
    vm.replacedError = () => replacedError(vm);
    return vm.own(standardStream(vm, 'stderr'));
  },
  stdin: (vm) => vm.own(standardStream(vm, 'stdin')),
  __stdout__: (vm) => vm.own(standardStream(vm, 'stdout')),
  __stderr__: (vm) => vm.own(standardStream(vm, 'stderr')),
};

/** What sys.stderr is instead of what it was; None also where it was deleted. */
function replacedError(vm: Interpreter): number {
  const sys = vm.modules.get('sys');
  if (sys === undefined) return 0;
  const stream = vm.readDict(vm.field(sys, 0), 'stderr');
  if (stream === standardStream(vm, 'stderr')) return 0;
  return stream === 0 ? vm.process.none : stream;
}
