/** What sys lets a program set and ask back: nothing of it changes how a single thread runs here. */
import { PythonRaise } from '../../objects/index.ts';
import type { Interpreter } from '../eval/interpreter.ts';
import { type NativeDefinition, native } from '../eval/native.ts';

const SWITCH_SECONDS = 0.005;
const RTLD_NOW = 2;

const switchSeconds = new WeakMap<Interpreter, number>();

function setSwitchInterval(vm: Interpreter, [given = 0]: readonly number[]): number {
  const seconds = vm.float(given);
  if (!(seconds > 0)) throw new PythonRaise('ValueError', 'switch interval must be strictly positive');
  switchSeconds.set(vm, seconds);
  return vm.none();
}

/** sys.settrace and sys.setprofile: only taken away again, since nothing here calls them. */
function hook(name: string): NativeDefinition {
  return native(
    (vm, [func = 0]) => {
      if (!vm.isNone(func)) throw new PythonRaise('RuntimeError', `sys.${name}() is not supported here`);
      return vm.none();
    },
    { args: [1, 1] },
  );
}

const nothing = native((vm) => vm.none());
const no = native((vm) => vm.bool(false));

export const SETTINGS: Readonly<Record<string, NativeDefinition>> = {
  getswitchinterval: native((vm) => vm.newFloat(switchSeconds.get(vm) ?? SWITCH_SECONDS)),
  setswitchinterval: native(setSwitchInterval, { args: [1, 1] }),
  getdlopenflags: native((vm) => vm.newInt(RTLD_NOW)),
  getfilesystemencodeerrors: native((vm) => vm.newStr('surrogateescape')),
  is_finalizing: no,
  gettrace: nothing,
  getprofile: nothing,
  settrace: hook('settrace'),
  setprofile: hook('setprofile'),
  _clear_type_cache: nothing,
  _is_gil_enabled: native((vm) => vm.bool(true)),
  audit: native((vm) => vm.none(), { args: [1, Number.MAX_SAFE_INTEGER] }),
};
