/** sys (sysmodule.c). */
import { IMMORTAL, REFCNT } from '../../heap/index.ts';
import { PythonRaise, sizeOf } from '../../objects/index.ts';
import { type ModuleDefinition, native } from '../eval/native.ts';
import { frameObject } from '../eval/frame.ts';
import { EXC, topmostHandled } from '../eval/raise.ts';

const IMMORTAL_REFCOUNT = 4294967295;

export const SYS: ModuleDefinition = {
  name: 'sys',
  functions: {
    getrefcount: native((vm, [ref]) => {
      const count = vm.heap.words[(ref as number) + REFCNT] as number;
      return vm.newInt(count >= IMMORTAL ? IMMORTAL_REFCOUNT : count);
    }, { args: [1, 1] }),
    getsizeof: native((vm, args) => {
      const ref = args[0] as number;
      const own = vm.override(ref, '__sizeof__');
      if (own === 0) return vm.newInt(vm.sizeOfObject(ref, sizeOf));
      return vm.guard(vm.callSpecial(own, ref), (answer) => vm.newInt(vm.index(answer) + vm.process.headBytes(ref)));
    }, { args: [1, 2], packs: true }),
    exit: native((vm, [code]) => vm.raise('SystemExit', code === undefined ? [] : [vm.own(code)]), { args: [0, 1] }),
    getrecursionlimit: native((vm) => vm.newInt(vm.recursionLimit)),
    setrecursionlimit: native((vm, [limit]) => {
      const wanted = vm.index(limit as number);
      if (wanted < 1) throw new PythonRaise('ValueError', 'recursion limit must be greater or equal than 1');
      vm.recursionLimit = Math.min(wanted, vm.budgets.recursion * 100);
      return vm.none();
    }, { args: [1, 1] }),
    intern: native((vm, [str]) => {
      if (!vm.isStr(str as number)) throw new PythonRaise('TypeError', `intern() argument must be str, not ${vm.typeName(str as number)}`);
      return vm.process.shared.intern(str as number);
    }, { args: [1, 1] }),
    exc_info: native((vm) => {
      const handled = topmostHandled(vm);
      if (handled === 0) return vm.tupleOf([vm.none(), vm.none(), vm.none()]);
      return vm.newTuple([vm.typeOf(handled).ref, handled, vm.field(handled, EXC.TRACEBACK) || vm.process.none]);
    }),
    _getframe: native((vm, [depth]) => {
      let frame = vm.frame;
      for (let left = depth === undefined ? 0 : vm.index(depth); left > 0 && frame !== null; left--) frame = frame.back;
      if (frame === null) throw new PythonRaise('ValueError', 'call stack is not deep enough');
      return vm.own(frameObject(vm, frame));
    }, { args: [0, 1] }),
  },
  values: {
    argv: (vm) => vm.listOf((vm.options.argv ?? [vm.options.filename ?? '']).map((one) => vm.newStr(one))),
    maxsize: (vm) => vm.newInt(2n ** 63n - 1n),
    byteorder: (vm) => vm.newStr('little'),
    platform: (vm) => vm.newStr('linux'),
    version: (vm) => vm.newStr(`${vm.process.profile.release} (main)`),
    version_info: (vm) => vm.tupleOf([...vm.process.profile.release.split('.').map((one) => vm.newInt(Number(one))), vm.newStr('final'), vm.newInt(0)]),
    modules: (vm) => {
      const dict = vm.newDict();
      for (const [name, module] of vm.modules) vm.put(dict, name, vm.own(module));
      return dict;
    },
  },
};
