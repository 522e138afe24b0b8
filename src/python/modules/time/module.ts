/** time: the simulated clock, and the calendar in Coordinated Universal Time (timemodule.c). */
import { PythonRaise } from '../../../objects/index.ts';
import { indexValue, strArgument } from '../../builtins/arguments.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { type ModuleDefinition, type NativeDefinition, native } from '../../eval/native.ts';
import { ANY } from '../define-type.ts';
import { secondsOf, type Tm, tmOf } from './calendar.ts';
import { CLOCK_FUNCTIONS, CLOCKS, now } from './clock.ts';
import { asctime, strftime } from './strftime.ts';
import { strptime } from './strptime.ts';
import {
  checkedTm,
  fromTm,
  newStructTime,
  STRUCT_TIME_ITEMS,
  structTimeClass,
  tmFrom,
} from './struct-time.ts';

type Args = readonly number[];

const ZONE = 'UTC';
/** What gmtime calls it. */
const GREENWICH = 'GMT';
const NO_TIME = 'timestamp out of range for platform time_t';
const TIME_T_END = 2n ** 63n;

/** _PyTime_ObjectToTime_t, rounding down; now where nothing is given. */
function timestamp(vm: Interpreter, ref: number): bigint {
  if (ref === 0 || vm.isNone(ref)) return now(vm);
  if (!vm.isFloat(ref)) {
    if (!vm.isInt(ref) && vm.special(ref, '__index__') === 0)
      throw new PythonRaise('TypeError', vm.words.intArgument(vm.typeName(ref)));
    return inRange(BigInt(indexValue(vm, ref)));
  }
  const value = vm.float(ref);
  if (Number.isNaN(value)) throw new PythonRaise('ValueError', 'Invalid value NaN (not a number)');
  if (!Number.isFinite(value)) throw new PythonRaise('OverflowError', NO_TIME);
  return inRange(BigInt(Math.floor(value)));
}

function inRange(seconds: bigint): bigint {
  if (seconds >= -TIME_T_END && seconds < TIME_T_END) return seconds;
  throw new PythonRaise('OverflowError', NO_TIME);
}

function tmAt(vm: Interpreter, ref: number, zone: string): Tm {
  const tm = tmOf(timestamp(vm, ref), zone);
  if (tm !== null) return tm;
  return vm.raise('OSError', [vm.newInt(75), vm.newStr('Value too large for defined data type')]);
}

/** The struct tm that a function is given, or the present one. */
function givenTm(vm: Interpreter, ref: number, callee: string): Tm {
  return ref === 0 ? tmAt(vm, 0, ZONE) : checkedTm(tmFrom(vm, ref, callee));
}

function formatted(vm: Interpreter, [format = 0, tuple = 0]: Args): number {
  const text = strArgument(vm, format, 'strftime() argument 1');
  const tm = givenTm(vm, tuple, 'strftime');
  if (text.includes('\0')) throw new PythonRaise('ValueError', 'embedded null character');
  vm.goThrough(text.length);
  return vm.newStr(strftime(text, tm));
}

const DEFAULT_FORMAT = '%a %b %d %H:%M:%S %Y';

function parsed(vm: Interpreter, args: Args): number {
  if (args.length === 0)
    throw new PythonRaise(
      'TypeError',
      "_strptime_time() missing 1 required positional argument: 'data_string'",
    );
  if (args.length > 2) {
    const words = `_strptime_time() takes from 1 to 2 positional arguments but ${args.length} were given`;
    throw new PythonRaise('TypeError', words);
  }
  for (const [at, one] of args.entries()) {
    if (!vm.isStr(one))
      throw new PythonRaise(
        'TypeError',
        `strptime() argument ${at} must be str, not ${vm.repr(vm.classes.of(one).ref)}`,
      );
  }
  const [text = '', format = DEFAULT_FORMAT] = args.map((one) => vm.text(one));
  vm.goThrough(text.length + format.length);
  const shown = (one: string): string => vm.guard(vm.newStr(one), (ref) => vm.repr(ref));
  const { fields, zone, gmtoff } = strptime(text, format, shown);
  return newStructTime(vm, fields, { zone, gmtoff });
}

/** A function whose arguments are parsed from a tuple (PyArg_ParseTuple), which has words of its own for too many. */
function parsing(
  name: string,
  [least, most]: readonly [number, number],
  call: (vm: Interpreter, args: Args) => number,
): NativeDefinition {
  const checked = (vm: Interpreter, args: Args): number => {
    if (args.length >= least && args.length <= most) return call(vm, args);
    const bound = args.length < least ? `at least ${least} argument` : `at most ${most} argument`;
    const plural = (args.length < least ? least : most) === 1 ? '' : 's';
    throw new PythonRaise('TypeError', `${name}() takes ${bound}${plural} (${args.length} given)`);
  };
  return native(checked, { args: ANY, packs: true });
}

const CALENDAR: Readonly<Record<string, NativeDefinition>> = {
  gmtime: parsing('gmtime', [0, 1], (vm, [seconds = 0]) => fromTm(vm, tmAt(vm, seconds, GREENWICH))),
  localtime: parsing('localtime', [0, 1], (vm, [seconds = 0]) => fromTm(vm, tmAt(vm, seconds, ZONE))),
  ctime: parsing('ctime', [0, 1], (vm, [seconds = 0]) => vm.newStr(asctime(tmAt(vm, seconds, ZONE)))),
  asctime: native((vm, [tuple = 0]) => vm.newStr(asctime(givenTm(vm, tuple, 'asctime'))), {
    args: [0, 1],
    packs: true,
  }),
  mktime: native((vm, [tuple = 0]) => vm.newFloat(secondsOf(tmFrom(vm, tuple, 'mktime'))), { args: [1, 1] }),
  strftime: parsing('strftime', [1, 2], formatted),
  strptime: native(parsed, { args: ANY, packs: true }),
  tzset: native((vm) => vm.none()),
};

export const TIME: ModuleDefinition = {
  name: 'time',
  functions: { ...CLOCK_FUNCTIONS, ...CALENDAR },
  values: {
    ...Object.fromEntries(
      Object.entries(CLOCKS).map(([name, [id]]) => [name, (vm: Interpreter) => vm.newInt(id)]),
    ),
    _STRUCT_TM_ITEMS: (vm) => vm.newInt(STRUCT_TIME_ITEMS),
    altzone: (vm) => vm.newInt(0),
    daylight: (vm) => vm.newInt(0),
    struct_time: structTimeClass,
    timezone: (vm) => vm.newInt(0),
    tzname: (vm) => vm.tupleOf([vm.newStr(ZONE), vm.newStr(ZONE)]),
  },
  since: { CLOCK_TAI: 9 },
};
